using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>Everything that keeps an invoice from being exported, asked before a file is made (docs/sources/tax-law.md 2.5, 3).</summary>
public static class ExportProblems
{
    /// <summary>The code of the one that a number mends.</summary>
    public const string NoNumber = "no-number";

    /// <summary>All of them, the invoice's first; none when it can go into the file.</summary>
    /// <param name="channel">Which file: Desktop (CSV) or Coretax (XML).</param>
    /// <param name="merchant">The seller as it is now.</param>
    /// <param name="customer">The buyer as it is now.</param>
    /// <param name="invoice">With its lines.</param>
    /// <param name="knows">Whether the tax office lists a code for goods or services.</param>
    public static IReadOnlyList<ExportProblem> Of(
        TaxChannel channel, Merchant merchant, Customer customer, Invoice invoice, Func<LineKind, string, bool> knows) =>
    [
        .. OfState(channel, invoice), .. ContentProblems.Of(channel, TaxContent.Of(invoice), knows),
        .. PartyProblems.OfBuyer(channel, customer), .. PartyProblems.OfSeller(channel, merchant),
    ];

    /// <summary>
    /// What may be meant and is not refused: a number of another year than the invoice's, and a person's old NPWP that Coretax gets with
    /// a zero in front, though a resident's NPWP is the NIK by now.
    /// </summary>
    public static IReadOnlyList<Message> Warnings(TaxChannel channel, Customer customer, Invoice invoice) =>
    [
        .. channel == TaxChannel.Desktop && invoice.TaxNumber is { } number && number.YearDigits != invoice.InvoiceDate.Year % 100
            ? [Message.Of("export-warning.other-year", ("number", number.ToString()), ("year", Value.Plain(invoice.InvoiceDate.Year)))]
            : Array.Empty<Message>(),
        .. channel == TaxChannel.Coretax && customer.Document == BuyerIdType.Tin && Npwp.IsOldOfPerson(customer.Npwp)
            ? [Message.Of("export-warning.npwp-15", ("npwp", customer.Npwp))]
            : Array.Empty<Message>(),
    ];

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

        if (!invoice.DocumentType.BecomesTaxInvoice())
        {
            yield return Mend("no-tax-invoice", ("type", Value.Term(invoice.DocumentType)));
        }

        if (channel == TaxChannel.Desktop && invoice.TaxNumber is null)
        {
            yield return Mend(NoNumber);
        }

        if (ReadBackRules.Problem(invoice) is { } readBack)
        {
            yield return readBack;
        }
    }

    private static ExportProblem Mend(string key, params ReadOnlySpan<(string Name, Value Value)> values) =>
        ExportProblem.Of(ProblemLocation.Invoice, key, values);
}
