using System.Net;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Texts;

/// <summary>The mail with which a customer gets the E-Faktur file of an invoice, as text and as HTML, in the invoice's language.</summary>
/// <param name="Language">The invoice's.</param>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="InvoiceNumber">Invoice No.</param>
/// <param name="TaxNumber">E-Faktur No or the 17 digits of Coretax, as the screens show it.</param>
/// <param name="Replacement">It takes the place of an earlier one.</param>
public sealed record TaxFileMail(
    Language Language,
    string Merchant,
    string Customer,
    string InvoiceNumber,
    string TaxNumber,
    bool Replacement)
{
    private const int LongestSubject = 300;

    // A line break in a name would end the header that the subject stands in.
    public string Subject => PlainText.Cut(
        string.Concat((Indonesian
            ? $"Faktur pajak {TaxNumber} untuk {InvoiceNumber} dari {Merchant}"
            : $"E-Faktur {TaxNumber} for {InvoiceNumber} from {Merchant}").Select(c => char.IsControl(c) ? ' ' : c)),
        LongestSubject);

    public string Text => $"""
        {Greeting}

        {Sentence}

        {(Indonesian ? "Nomor faktur pajak" : "E-Faktur No")}: {TaxNumber}
        {(Indonesian ? "Nomor tagihan" : "Invoice No")}: {InvoiceNumber}
        """;

    public string Html => $"""
        <!DOCTYPE html>
        <html lang="{(Indonesian ? "id" : "en")}"><body style="font-family:system-ui,sans-serif;color:#1f2933">
        <p>{WebUtility.HtmlEncode(Greeting)}</p>
        <p>{WebUtility.HtmlEncode(Sentence)}</p>
        <table cellpadding="4" style="border-collapse:collapse">
        <tr><th align="left">{(Indonesian ? "Nomor faktur pajak" : "E-Faktur No")}</th><td>{WebUtility.HtmlEncode(TaxNumber)}</td></tr>
        <tr><th align="left">{(Indonesian ? "Nomor tagihan" : "Invoice No")}</th><td>{WebUtility.HtmlEncode(InvoiceNumber)}</td></tr>
        </table>
        </body></html>
        """;

    private bool Indonesian => Language == Language.Indonesian;

    private string Greeting => Indonesian ? $"Yth. {Customer}," : $"Dear {Customer},";

    private string Sentence => (Indonesian, Replacement) switch
    {
        (true, false) => $"Terlampir faktur pajak dari {Merchant} untuk tagihan {InvoiceNumber}.",
        (true, true) =>
            $"Terlampir faktur pajak pengganti dari {Merchant} untuk tagihan {InvoiceNumber}. Faktur pajak "
                + "ini menggantikan yang sebelumnya.",
        (false, false) => $"Attached is the E-Faktur of {Merchant} for invoice {InvoiceNumber}.",
        (false, true) =>
            $"Attached is the replacement E-Faktur of {Merchant} for invoice {InvoiceNumber}. It takes the place of the earlier one.",
    };
}
