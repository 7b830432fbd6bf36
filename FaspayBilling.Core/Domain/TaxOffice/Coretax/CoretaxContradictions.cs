using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>What a row of the list says and what its invoice says, held against each other (docs/rules.md 5).</summary>
internal static class CoretaxContradictions
{
    /// <summary>Every contradiction between the two; none when they agree.</summary>
    public static IEnumerable<Message> Of(CoretaxListRow row, CoretaxInvoice here)
    {
        var invoice = here.Invoice;
        var status = Value.Term(row.Status);
        if (row.Status.Stands() && invoice.Status == InvoiceStatus.Cancelled)
        {
            yield return Message.Of("coretax-conflict.cancelled", ("invoice", invoice.Number), ("status", status));
        }
        else if (row.Status.IsFinal() && invoice.Status is InvoiceStatus.Draft or InvoiceStatus.Proforma)
        {
            yield return Message.Of(
                "coretax-conflict.not-issued", ("invoice", invoice.Number), ("here", Value.Term(invoice.Status)), ("status", status));
        }

        if (row.Status.Stands() && row.Number?.Desktop is { } there && invoice.TaxNumber is { } own && own != there)
        {
            yield return Message.Of("coretax-conflict.other-number", ("invoice", invoice.Number), ("number", own.ToString()));
        }

        if (!CoretaxBuyer.Is(row.BuyerId, here))
        {
            yield return Message.Of("coretax-conflict.buyer", ("there", Buyer(row)), ("here", invoice.CustomerName));
        }

        var month = new DateOnly(invoice.InvoiceDate.Year, invoice.InvoiceDate.Month, 1);
        if (row.Month != month)
        {
            yield return Message.Of("coretax-conflict.month", ("there", Value.Month(row.Month)), ("here", Value.Month(month)));
        }

        // A cancelled tax invoice states nothing any more, and what replaced an amended one was made to state something else.
        if (row.Status is CoretaxStatus.Canceled or CoretaxStatus.Amended)
        {
            yield break;
        }

        // Invoices that went in from Desktop are listed with their other tax base.
        if (row.TaxBase is { } taxBase
            && Differs(taxBase, invoice.TaxBase)
            && Differs(taxBase, Vat.OtherTaxBase(invoice.InvoiceDate, invoice.TaxBase)))
        {
            yield return Message.Of("coretax-conflict.base", ("there", Value.Money(taxBase)), ("here", Value.Money(invoice.TaxBase)));
        }

        if (row.Vat is { } vat && Differs(vat, invoice.VatAmount))
        {
            yield return Message.Of("coretax-conflict.vat", ("there", Value.Money(vat)), ("here", Value.Money(invoice.VatAmount)));
        }
    }

    /// <summary>The reference names an invoice of ours that no row can belong to.</summary>
    public static Message OfReference(Invoice other) => Message.Of(
        other.DeletedAt is null ? "coretax-conflict.reference" : "coretax-conflict.reference:deleted", ("invoice", other.Number));

    /// <summary>What is worth knowing although it contradicts nothing.</summary>
    public static IEnumerable<Message> Notes(CoretaxListRow row, CoretaxInvoice here)
    {
        if (CoretaxBuyer.LostZeros(row.BuyerId, here))
        {
            yield return Message.Of("coretax-preview.lost-zeros", ("found", row.BuyerId));
        }

        if (WholeNumber.LostDigits(row.BuyerId))
        {
            yield return Message.Of("coretax-preview.lost-digits", ("found", row.BuyerId));
        }

        // Another month is a contradiction, and a replacement has a day of its own.
        var day = here.Invoice.InvoiceDate;
        if (row.Date != day && (row.Date.Year, row.Date.Month) == (day.Year, day.Month) && row.Number?.Revision is not > 0)
        {
            yield return Message.Of("coretax-preview.date", ("there", row.Date), ("here", day));
        }
    }

    private static string Buyer(CoretaxListRow row) => row.BuyerName.Length == 0 ? row.BuyerId : $"{row.BuyerName} ({row.BuyerId})";

    // The list may carry whole rupiah where the lines have decimals.
    private static bool Differs(decimal there, decimal here) => Math.Abs(there - here) >= 1;
}
