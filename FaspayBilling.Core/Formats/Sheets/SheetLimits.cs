namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>How large a file with rows may be; checked while it is read, at the cell.</summary>
public static class SheetLimits
{
    /// <summary>The file as it came: 10 MB.</summary>
    public const long Bytes = 10 * 1024 * 1024;

    /// <summary>Below the heading; empty rows do not count.</summary>
    public const int Rows = 10_000;

    public const int Columns = 100;

    /// <summary>Characters of a cell.</summary>
    public const int Cell = 32_767;

    /// <summary>What is kept of a file, in bytes of memory: 32 for each text and 2 for each of its characters.</summary>
    public const long Kept = 48 * 1024 * 1024;

    /// <summary>Bytes that one step may take: a CSV's row, a node of a workbook's XML, the list of a workbook's parts.</summary>
    public const int Step = 512 * 1024;

    /// <summary>A workbook's parts unpacked: 100 MB.</summary>
    public const long Unpacked = 10 * Bytes;

    /// <summary>Nodes of XML that are read of a workbook; a sheet of 10,000 rows and 100 columns has 6 to 9 million.</summary>
    public const int Nodes = 12_000_000;

    /// <summary>Rows of a sheet as Excel knows it, empty ones included.</summary>
    public const int SheetRows = 1_048_576;

    /// <summary>How deep a workbook's XML nests.</summary>
    public const int Depth = 32;

    /// <summary>Characters of all the different names in a workbook's XML, and 16 for each.</summary>
    public const int Names = 256 * 1024;

    /// <summary>Relations of a workbook's part to others.</summary>
    public const int Relations = 1_000;

    /// <summary>Number formats and cell styles of a workbook, as Excel has at most.</summary>
    public const int Styles = 65_536;
}
