using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Formats.Sheets;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>
/// Writes the Billing List as an Excel workbook, row by row as the database gives them; what takes something back stands below 0, so that
/// the columns can be summed.
/// </summary>
public sealed class DownloadBillings(IDbContextFactory<BillingDb> dbs)
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("Invoice No", 24), new("Type", 16), new("E-Faktur No", 20), new("Coretax No", 20), new("Customer", 36), new("NPWP", 20),
        new("Invoice Date", 13),
        new("Due Date", 17), new("Tax Base"), new("VAT"), new("Total"), new("Paid"), new("Outstanding"), new("Status", 16),
    ];

    /// <summary>Every page of the list, as it is filtered and sorted.</summary>
    /// <param name="actor">Anyone of the merchant.</param>
    /// <param name="query">Page and size do not matter.</param>
    /// <param name="to">Left open.</param>
    /// <param name="progress">The share done, 0 to 1.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<Outcome> HandleAsync(Actor actor, BillingQuery query, Stream to, IProgress<double> progress, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = ListBillings.Find(db, actor, query);
        var share = new RowShare(await found.CountAsync(stop), progress);
        using var sheet = new XlsxWriter(to, "Billings", Columns);
        var rows = ListBillings.Sorted(found, query.Sort, query.Descending)
            .Select(i => new
            {
                i.Number,
                i.DocumentType,
                i.TaxNumber,
                i.CoretaxNumber,
                i.CustomerName,
                i.CustomerNpwp,
                i.InvoiceDate,
                i.Due,
                i.TaxBase,
                i.VatAmount,
                i.Total,
                i.Paid,
                i.Outstanding,
                i.Status
            });
        await foreach (var i in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            var type = i.DocumentType;
            sheet.Write(
            [
                i.Number, type.Text(), i.TaxNumber?.ToString(), i.CoretaxNumber, i.CustomerName, i.CustomerNpwp,
                SheetCell.Day(i.InvoiceDate), SheetCell.Instant(i.Due), SheetCell.Money(type.Signed(i.TaxBase)),
                SheetCell.Money(type.Signed(i.VatAmount)), SheetCell.Money(type.Signed(i.Total)), SheetCell.Money(type.Signed(i.Paid)),
                type.Balance(i.Outstanding) is { } owed ? SheetCell.Money(owed) : null, i.Status.Text(),
            ]);
            share.Next();
        }

        return Outcome.Done;
    }
}
