using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>Whether the buyer of a row is the buyer of the invoice, by NPWP, NIK or other document.</summary>
internal static class CoretaxBuyer
{
    private const int Long = 16;

    /// <summary>
    /// True also when one of the two is not known, and when a spreadsheet ate the zeros in front or the last digits; zeros alone stand
    /// for a buyer without NPWP.
    /// </summary>
    public static bool Is(string there, CoretaxInvoice here)
    {
        var own = Own(here);
        if (there.Length == 0 || own.Count == 0 || WholeNumber.LostDigits(there))
        {
            return true;
        }

        var digits = Npwp.PastedDigits(there);
        return digits is null ? own.Contains(there, StringComparer.OrdinalIgnoreCase)
            : digits.All(d => d == '0') ? here.Customer.Document != BuyerIdType.Tin
            : own.Exists(o => (Npwp.PastedDigits(o) ?? o).TrimStart('0') == digits.TrimStart('0'));
    }

    /// <summary>True for the buyer's number without its zeros in front: Coretax writes 16 digits.</summary>
    public static bool LostZeros(string there, CoretaxInvoice here) =>
        Npwp.PastedDigits(there) is { Length: > 0 and < Long } digits
        && digits.Any(d => d != '0')
        && Is(there, here)
        && !Own(here).Contains(there)
        && Own(here).Exists(o => Npwp.IsValid(o) && Npwp.Long(o) != digits);

    private static List<string> Own(CoretaxInvoice here) =>
    [
        .. new[]
        {
            here.Invoice.CustomerNpwp, here.Customer.Npwp,
            here.Customer.Document == BuyerIdType.Tin ? "" : here.Customer.DocumentNumber.Trim(),
        }.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)
    ];
}
