using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>
/// The name that the tax office's application gives a PDF: <c>NPWPmerchant-taxInvoiceNo-NPWPcustomer-applicationNo.pdf</c> (docs/rules.md
/// 8).
/// </summary>
/// <param name="MerchantNpwp">15 or 16 digits.</param>
/// <param name="TransactionCode">Two digits.</param>
/// <param name="Replacement">True when the status digit is 1.</param>
/// <param name="Number">The 13 digits by which the file finds its invoice.</param>
/// <param name="CustomerNpwp">15 or 16 digits.</param>
/// <param name="ApplicationNumber">14 digits, yyyyMMddHHmmss.</param>
public sealed record TaxFileName(
    string MerchantNpwp,
    string TransactionCode,
    bool Replacement,
    TaxNumber Number,
    string CustomerNpwp,
    string ApplicationNumber)
{
    private const string Ending = ".pdf";

    /// <summary>The name under which it is kept: without what marks a copy.</summary>
    public string Text =>
        $"{MerchantNpwp}-{TransactionCode}{(Replacement ? '1' : '0')}{Number.Digits}-{CustomerNpwp}-{ApplicationNumber}{Ending}";

    /// <summary>Reads a bare file name (no folders), also that of a copy; null when it is anything else.</summary>
    public static TaxFileName? Parse(string name) => Exactly(name) ?? Exactly(CopiedName.Original(name));

    private static TaxFileName? Exactly(string name)
    {
        if (!name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = name[..^Ending.Length].Split('-');
        return parts is [var merchant, { Length: 16 } full, var customer, { Length: 14 } application]
            && Array.TrueForAll(parts, p => p.All(char.IsAsciiDigit))
            && Npwp.IsValid(merchant) && Npwp.IsValid(customer)
            && TransactionCodes.IsKnown(full[..2]) && full[2] is '0' or '1'
            && TaxNumber.TryParse(full, out var number)
                ? new(merchant, full[..2], full[2] == '1', number, customer, application)
                : null;
    }
}
