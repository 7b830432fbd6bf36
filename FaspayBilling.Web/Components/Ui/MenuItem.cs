namespace FaspayBilling.Web.Components.Ui;

/// <summary>One entry of an <see cref="ActionsMenu"/>.</summary>
/// <param name="Text">What it does.</param>
/// <param name="OnChosen">Runs after the menu closed; null for a line that only says something.</param>
public sealed record MenuItem(string Text, Func<Task>? OnChosen)
{
    public string? Icon { get; init; }

    /// <summary>Takes something away; shown in red.</summary>
    public bool Danger { get; init; }
}
