namespace FaspayBilling.Core.Sheets;

/// <summary>How large a file with rows may be; checked while it is read.</summary>
public static class SheetLimits
{
    /// <summary>The file as it came: 10 MB.</summary>
    public const long Bytes = 10 * 1024 * 1024;

    /// <summary>A workbook's parts unpacked: 100 MB.</summary>
    public const long Unpacked = 10 * Bytes;

    /// <summary>Below the heading; empty rows do not count.</summary>
    public const int Rows = 10_000;

    public const int Columns = 100;

    /// <summary>Characters of a cell.</summary>
    public const int Cell = 32_767;
}
