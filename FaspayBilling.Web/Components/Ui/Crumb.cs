namespace FaspayBilling.Web.Components.Ui;

/// <summary>A page above this one, and where it is.</summary>
public sealed record Crumb(string Text, string Href);
