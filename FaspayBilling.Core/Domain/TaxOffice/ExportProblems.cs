using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>Everything that keeps an invoice from being exported, asked before a file is made (docs/sources/tax-law.md 2.5, 3).</summary>
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
    public static IReadOnlyList<ExportProblem> Of(
        TaxChannel channel, Merchant merchant, Customer customer, Invoice invoice, Func<LineKind, string, bool> knows) =>
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
            yield return invoice.Status == InvoiceStatus.Cancelled
                ? Mend("not-issued:cancelled")
                : Mend("not-issued", ("status", Value.Term(invoice.Status)));
        }

        if (!invoice.InvoiceTax)
        {
            yield return Mend("not-taxed");
        }

        if (invoice.DocumentType is not (DocumentType.Invoice or DocumentType.DebitNote))
        {
            yield return Mend("no-tax-invoice", ("type", Value.Term(invoice.DocumentType)));
        }

        if (channel == TaxChannel.Desktop && invoice.TaxNumber is null)
        {
            yield return Mend("no-number");
        }

        if (channel == TaxChannel.Coretax && invoice.InvoiceDate < Coretax)
        {
            yield return Mend("before-coretax");
        }

        if (channel == TaxChannel.Coretax && IsInCoretax(invoice))
        {
            yield return Mend("in-coretax", ("number", invoice.CoretaxNumber ?? ""));
        }
    }

    private static IEnumerable<ExportProblem> OfCode(TaxChannel channel, Invoice invoice)
    {
        if (!invoice.InvoiceTax)
        {
            yield break;
        }

        if (invoice.TransactionCode is not { } code || !TransactionCodes.IsKnown(code))
        {
            yield return Mend("code-missing");
            yield break;
        }

        if ((code == "05" && invoice.InvoiceDate < Code05) || (code == "10" && invoice.InvoiceDate < Coretax))
        {
            yield return Mend(code == "05" ? "code-too-early:05" : "code-too-early:10");
        }

        if (channel == TaxChannel.Desktop && code is ("06" or TransactionCodes.NotCollected) && invoice.InvoiceDate >= Coretax)
        {
            yield return Mend("code-not-in-desktop", ("code", code));
        }

        if (TaxFacilities.NeededBy(code) && TaxFacilities.Find(code, invoice.AdditionalInfo, invoice.FacilityStamp) is null)
        {
            yield return Mend("facility", ("code", code));
        }
        else if (!TaxFacilities.NeededBy(code) && (invoice.AdditionalInfo is { Length: > 0 } || invoice.FacilityStamp is { Length: > 0 }))
        {
            yield return Mend("facility-without-code");
        }

        if (invoice.InvoiceDate >= Coretax && code == TransactionCodes.NotCollector && invoice.Lines.Any(l => !l.Luxury))
        {
            yield return Mend("code-luxury:01");
        }

        if (invoice.InvoiceDate >= Coretax && code == TransactionCodes.OtherValue && invoice.Lines.Any(l => l.Luxury))
        {
            yield return Mend("code-luxury:04");
        }
    }

    private static ExportProblem Mend(string key, params ReadOnlySpan<(string Name, Value Value)> values) =>
        ExportProblem.Of(ProblemLocation.Invoice, key, values);
}
