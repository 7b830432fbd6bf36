namespace FaspayBilling.Web.Components.Ui.Fields;

/// <summary>One entry of a <see cref="SelectField{T}"/>.</summary>
public sealed record Choice<T>(T Value, string Text);
