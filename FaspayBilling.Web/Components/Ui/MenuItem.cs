namespace FaspayBilling.Web.Components.Ui;

/// <summary>One entry of an <see cref="ActionsMenu"/>.</summary>
/// <param name="Text">What it does.</param>
/// <param name="OnChosen">Runs after the menu closed.</param>
public sealed record MenuItem(string Text, Func<Task> OnChosen)
{
    public IconName? Icon { get; init; }

    /// <summary>Takes something away; shown in red.</summary>
    public bool Danger { get; init; }
}
