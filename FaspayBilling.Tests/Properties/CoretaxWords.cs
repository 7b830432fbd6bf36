using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;

namespace FaspayBilling.Tests.Properties;

/// <summary>What Coretax's list could say at some moment: of invoices that are there, of one that is not, rightly and wrongly.</summary>
internal static class CoretaxWords
{
    public static IReadOnlyList<CoretaxListRow> Of(Step step, LifeFacts facts)
    {
        var rows = facts.Visible
            .Skip(step.Which % facts.Visible.Count)
            .Take(1 + (step.Size % 3))
            .Select((invoice, i) => Row(invoice, i + 2, step.Size + (7 * i)))
            .ToList();

        // A number that somebody used without this product.
        if (step.Size % 5 == 0 && facts.Numbers.Free.Count > 0)
        {
            var free = new TaxNumber(facts.Numbers.Free[step.Which % facts.Numbers.Free.Count]);
            var number = CoretaxNumber.Of("04", false, free);
            rows.Add(rows[0] with { Line = rows.Count + 2, Number = number, Reference = "", BuyerName = "PT X" });
        }

        return rows;
    }

    private static CoretaxListRow Row(Invoice invoice, int line, int size)
    {
        var status = CoretaxStatuses.All[size % CoretaxStatuses.All.Count];
        var canceled = status == CoretaxStatus.Canceled;
        return new CoretaxListRow(
            line,
            size % 11 == 0 && !status.IsFinal() ? null : NumberOf(invoice),
            size % 4 == 0 ? "" : invoice.Number,
            status,
            invoice.InvoiceDate,
            "PT Pelanggan Setia",
            size % 13 == 0 ? "0011111111111111" : "0026015362054000",
            canceled ? 0 : invoice.TaxBase + (size % 17 == 0 ? 1_000 : 0),
            canceled ? 0 : invoice.VatAmount,
            new DateOnly(invoice.InvoiceDate.Year, invoice.InvoiceDate.Month, 1));
    }

    private static CoretaxNumber NumberOf(Invoice invoice)
    {
        if (invoice.TaxNumber is { } number)
        {
            return CoretaxNumber.Of("04", false, number);
        }

        var digits = invoice.CoretaxNumber ?? string.Create(CultureInfo.InvariantCulture, $"040026{invoice.Id:D11}");
        return CoretaxNumber.TryParse(digits, out var read) ? read : throw new InvalidOperationException(digits);
    }
}
