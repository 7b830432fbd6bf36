namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>Limits of an upload in bytes and files, checked while reading (docs/rules.md 8).</summary>
public static class TaxFileLimits
{
    public const long Archive = 100 * 1024 * 1024;
    public const long Unpacked = 200 * 1024 * 1024;
    public const long Pdf = 2 * 1024 * 1024;
    public const int Files = 1_000;
}
