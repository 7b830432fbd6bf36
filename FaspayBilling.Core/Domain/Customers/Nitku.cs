using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Customers;

/// <summary>Places of business: the NPWP in 16 digits and 6 more, 000000 for the head office.</summary>
public static class Nitku
{
    public const int Length = 22;

    /// <summary>True for 22 digits that start with that NPWP.</summary>
    public static bool IsValid(string digits, string npwp) =>
        digits.Length == Length
        && digits.All(char.IsAsciiDigit)
        && Npwp.IsValid(npwp)
        && digits.StartsWith(Npwp.Long(npwp), StringComparison.Ordinal);
}
