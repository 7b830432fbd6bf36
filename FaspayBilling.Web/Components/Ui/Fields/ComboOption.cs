namespace FaspayBilling.Web.Components.Ui.Fields;

/// <summary>One thing that a <see cref="Combo"/> found.</summary>
/// <param name="Key">What it stands for.</param>
/// <param name="Text">What is written into the input when it is chosen.</param>
/// <param name="Detail">A second line in the list.</param>
public sealed record ComboOption(string Key, string Text, string? Detail = null);
