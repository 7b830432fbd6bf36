using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Reports;

/// <summary>Writes the Invoice Aging report as an Excel workbook, row by row as the database gives them.</summary>
public sealed class DownloadAging(IDbContextFactory<BillingDb> dbs)
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("Invoice No", 24), new("Customer", 36), new("Invoice Date", 13), new("Due Date", 17), new("Days Overdue", 13),
        new("Class", 13), new("Outstanding"),
    ];

    /// <summary>Every page of the report of that day, as it is searched.</summary>
    /// <param name="actor">Anyone of the merchant.</param>
    /// <param name="query">Page and size do not matter.</param>
    /// <param name="to">Left open.</param>
    /// <param name="progress">The share done, 0 to 1.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<Outcome> HandleAsync(Actor actor, AgingQuery query, Stream to, IProgress<double> progress, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var open = ReadAging.Open(db, actor, query);
        var share = new RowShare(await open.CountAsync(stop), progress);
        using var sheet = new XlsxWriter(to, "Invoice Aging", Columns);
        await foreach (var found in ReadAging.Sorted(open).AsAsyncEnumerable().WithCancellation(stop))
        {
            var row = ReadAging.Row(found, query.AsOf);
            sheet.Write(
            [
                row.Number, row.Customer, SheetCell.Day(row.InvoiceDate), SheetCell.Instant(row.Due), row.DaysOverdue, ClassText(row.Class),
                SheetCell.Money(row.Open),
            ]);
            share.Next();
        }

        return Outcome.Done;
    }

    private static string ClassText(AgingClass name) => name switch
    {
        AgingClass.Current => "Current",
        AgingClass.To30 => "1–30 days",
        AgingClass.To60 => "31–60 days",
        AgingClass.To90 => "61–90 days",
        AgingClass.To120 => "91–120 days",
        AgingClass.Older => ">120 days",
    };
}
