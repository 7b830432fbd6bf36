using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Demo;

/// <summary>Stores one merchant's demo: customers, ranges, invoices, files and what the history tells of them.</summary>
internal sealed class DemoShop(WriteContext write, Merchant merchant, DemoCalendar calendar, DemoPeople people)
{
    public async Task<IReadOnlyDictionary<int, Customer>> AddCustomersAsync(IReadOnlyList<DemoCustomer> customers)
    {
        var groups = customers.Select(c => c.Group).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => new CustomerGroup { MerchantId = merchant.Id, Name = name }, StringComparer.Ordinal);
        write.Db.AddRange(groups.Values);
        await write.SaveAsync();
        var rows = customers.Select(c => c.Of(merchant.Id, groups[c.Group].Id)).ToList();
        write.Db.AddRange(rows);
        await write.SaveAsync();
        return rows.ToDictionary(c => c.Number);
    }

    public async Task AddInvoicesAsync(IReadOnlyList<DemoInvoice> invoices, DemoRanges ranges, DemoWriter writer, int files)
    {
        write.Db.AddRange(ranges.Rows);
        await write.SaveAsync();
        write.Db.AddRange(ranges.HandOut());
        foreach (var made in invoices)
        {
            made.Live(calendar.Start);
        }

        DemoExports.Run(invoices, calendar, people);
        write.Db.AddRange(writer.Counters);
        write.Db.AddRange(invoices.Select(i => i.Invoice));
        await write.SaveAsync();
        await DemoFiles.AddAsync(write, merchant, invoices, files, calendar, people);
        write.Db.AddRange(History(invoices, ranges).OrderBy(e => e.At));
        await write.SaveAsync();
    }

    private IEnumerable<HistoryEntry> History(IEnumerable<DemoInvoice> invoices, DemoRanges ranges) =>
    [
        .. ranges.Stories().Select(s => Entry(s.Event, HistorySubject.TaxNumberRange, s.RangeId)),
        .. invoices.SelectMany(i => i.Story.Select(e => Entry(e, HistorySubject.Invoice, i.Invoice.Id))),
    ];

    private HistoryEntry Entry(DemoEvent told, HistorySubject subject, long id) =>
        new()
        {
            MerchantId = merchant.Id,
            At = told.At,
            Who = told.Who,
            Subject = subject,
            SubjectId = id,
            Action = told.What.Key,
            Arguments = told.What.Values,
        };
}
