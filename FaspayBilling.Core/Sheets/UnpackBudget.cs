namespace FaspayBilling.Core.Sheets;

/// <summary>How much of a workbook may still unpack, over all of its parts.</summary>
internal sealed class UnpackBudget
{
    private long left = SheetLimits.Unpacked;

    /// <exception cref="SheetTooLargeException">More came than <see cref="SheetLimits.Unpacked"/>.</exception>
    public int Spend(int bytes) => (left -= bytes) >= 0 ? bytes : throw new SheetTooLargeException();
}
