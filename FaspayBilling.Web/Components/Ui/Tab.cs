namespace FaspayBilling.Web.Components.Ui;

/// <summary>One of several pages that belong together.</summary>
public sealed record Tab(string Text, string Href);
