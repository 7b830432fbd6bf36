namespace FaspayBilling.Core.Formats.Reading;

/// <summary>The reading time that one upload has left.</summary>
public sealed class ReadingBudget
{
    internal ReadingBudget(TimeSpan left) => Left = left;

    internal TimeSpan Left { get; private set; }

    internal void Spend(TimeSpan time) => Left -= time;
}
