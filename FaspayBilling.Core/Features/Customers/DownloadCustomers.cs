using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Writes the Customer List as an Excel workbook, row by row as the database gives them. An import reads the file again.</summary>
public sealed class DownloadCustomers(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Every page of the list, as it is filtered and sorted.</summary>
    /// <param name="actor">Anyone of the merchant.</param>
    /// <param name="query">Page and size do not matter.</param>
    /// <param name="to">Left open.</param>
    /// <param name="progress">The share done, 0 to 1.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<Outcome> HandleAsync(Actor actor, CustomerQuery query, Stream to, IProgress<double> progress, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = db.Find(actor, query);
        var groups = await db.Set<CustomerGroup>().VisibleTo(actor).ToDictionaryAsync(g => g.Id, g => g.Name, stop);
        var share = new RowShare(await found.CountAsync(stop), progress);
        using var sheet = new XlsxWriter(to, "Customers", CustomerSheet.Columns);
        await foreach (var customer in db.Sorted(found, query.Sort, query.Descending)
            .AsNoTracking()
            .AsAsyncEnumerable()
            .WithCancellation(stop))
        {
            sheet.Write(CustomerSheet.Cells(CustomerInput.Of(customer), customer.GroupId is { } id ? groups.GetValueOrDefault(id) : null));
            share.Next();
        }

        return Outcome.Done;
    }
}
