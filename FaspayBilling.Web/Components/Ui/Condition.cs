namespace FaspayBilling.Web.Components.Ui;

/// <summary>One line of a <see cref="Checklist"/>: what must hold, and whether it does.</summary>
public sealed record Condition(string Text, bool Holds);
