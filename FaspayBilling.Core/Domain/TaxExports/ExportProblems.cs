using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxCodes;

namespace FaspayBilling.Core.Domain.TaxExports;

/// <summary>Everything that keeps an invoice from being exported, asked before a file is made (efaktur-id.md 2.5, 3, 7.7, 7.8).</summary>
public static class ExportProblems
{
    private static readonly DateOnly Coretax = new(2025, 1, 1);
    private static readonly DateOnly Code05 = new(2022, 4, 1);

    /// <summary>All of them, the invoice's first; none when it can go into the file.</summary>
    /// <param name="channel">Which file: Desktop (CSV) or Coretax (XML).</param>
    /// <param name="merchant">The seller as it is now.</param>
    /// <param name="customer">The buyer as it is now.</param>
    /// <param name="invoice">With its lines.</param>
    /// <param name="knows">Whether the tax office lists a code for goods or services.</param>
    public static IReadOnlyList<ExportProblem> Of(TaxChannel channel, Merchant merchant, Customer customer, Invoice invoice, Func<LineKind, string, bool> knows) =>
    [
        .. OfState(channel, invoice), .. OfCode(channel, invoice), .. LineProblems.Of(channel, invoice, knows),
        .. PartyProblems.OfBuyer(channel, customer), .. PartyProblems.OfSeller(channel, merchant),
    ];

    /// <summary>True for the states from which Coretax's number is final: another import would make a second tax invoice.</summary>
    private static bool IsInCoretax(Invoice invoice) => invoice.CoretaxStatus is { } status && status.IsFinal();

    private static IEnumerable<ExportProblem> OfState(TaxChannel channel, Invoice invoice)
    {
        if (!invoice.Status.IsIssued())
        {
            yield return Mend("not-issued", invoice.Status == InvoiceStatus.Cancelled ? "The invoice is cancelled." : $"The invoice is still a {invoice.Status.Text()}. Issue it first.");
        }

        if (!invoice.InvoiceTax)
        {
            yield return Mend("not-taxed", "The invoice carries no Invoice Tax.");
        }

        if (invoice.DocumentType is not (DocumentType.Invoice or DocumentType.DebitNote))
        {
            yield return Mend("no-tax-invoice", $"A {invoice.DocumentType.Text()} is no tax invoice.");
        }

        if (channel == TaxChannel.Desktop && invoice.TaxNumber is null)
        {
            yield return Mend("no-number", "The invoice has no E-Faktur No. Use Actions, Generate E-Faktur No.");
        }

        if (channel == TaxChannel.Coretax && invoice.InvoiceDate < Coretax)
        {
            yield return Mend("before-coretax", "Coretax takes tax invoices dated 1 January 2025 or later; this one belongs into e-Faktur Desktop.");
        }

        if (channel == TaxChannel.Coretax && IsInCoretax(invoice))
        {
            yield return Mend("in-coretax", $"Coretax has it already as {invoice.CoretaxNumber}; importing it again would make a second tax invoice.");
        }
    }

    private static IEnumerable<ExportProblem> OfCode(TaxChannel channel, Invoice invoice)
    {
        if (!invoice.InvoiceTax)
        {
            yield break;
        }

        if (invoice.TransactionCode is not { } code || !TransactionCodes.All.Contains(code))
        {
            yield return Mend("code-missing", "The invoice has no transaction code.");
            yield break;
        }

        if ((code == "05" && invoice.InvoiceDate < Code05) || (code == "10" && invoice.InvoiceDate < Coretax))
        {
            yield return Mend("code-too-early", code == "05" ? "Code 05 exists since 1 April 2022." : "Code 10 exists since 1 January 2025.");
        }

        if (channel == TaxChannel.Desktop && code is ("06" or TransactionCodes.NotCollected) && invoice.InvoiceDate >= Coretax)
        {
            yield return Mend("code-not-in-desktop", $"e-Faktur Desktop takes no code {code} for invoices from 2025 on (KEP-54/PJ/2025). Export it as Coretax XML.");
        }

        if (TaxFacilities.NeededBy(code) && TaxFacilities.Find(code, invoice.AdditionalInfo, invoice.FacilityStamp) is null)
        {
            yield return Mend("facility", $"Code {code} needs additional info and a facility stamp of the same facility, e.g. TD.00501 with TD.01101.");
        }
        else if (!TaxFacilities.NeededBy(code) && (invoice.AdditionalInfo is { Length: > 0 } || invoice.FacilityStamp is { Length: > 0 }))
        {
            yield return Mend("facility-without-code", "Additional info and facility stamp belong to codes 07 and 08 only.");
        }

        if (invoice.InvoiceDate >= Coretax && code == TransactionCodes.NotCollector && invoice.Lines.Any(l => !l.Luxury))
        {
            yield return Mend("code-luxury", "Since 2025 code 01 is for luxury goods only. Use code 04 for everything else.");
        }

        if (invoice.InvoiceDate >= Coretax && code == TransactionCodes.OtherValue && invoice.Lines.Any(l => l.Luxury))
        {
            yield return Mend("code-luxury", "Luxury goods are taxed on the full price. Use code 01, and another invoice for everything else.");
        }
    }

    private static ExportProblem Mend(string code, string sentence) => new(code, sentence, MendPlace.Invoice);
}
