using System.Linq.Expressions;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

/// <summary>However a page is found, by key, by month or counted off, it is the one that counting from the start finds.</summary>
public sealed class BillingPagesTests
{
    private const int Invoices = 90;

    public static IReadOnlyList<BillingQuery> Filters { get; } =
    [
        new(),
        new() { Status = InvoiceStatus.Unpaid },
        new() { Type = DocumentType.Invoice, From = new(2026, 1, 15) },
        new() { Type = DocumentType.CreditNote },
        new() { From = new(2026, 1, 1), To = new(2026, 3, 31) },
        new() { From = new(2026, 1, 10), To = new(2026, 1, 20) },
        new() { From = new(2025, 12, 20), To = new(2026, 2, 5), Status = InvoiceStatus.Paid },
        new() { To = new(2026, 2, 10) },
        new() { From = new(2030, 1, 1), To = new(2029, 1, 1) },
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Turned_to_one_after_the_other_forth_and_back_pages_are_those_of_counting(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var actor = await FillAsync(db);
        foreach (var query in Filters.Take(4).SelectMany(Orders))
        {
            var all = await AllAsync(db, actor, query);
            var pages = Math.Max(1, (all.Count + 9) / 10);
            Page<BillingRow>? shown = null;
            foreach (var number in Enumerable.Range(1, pages).Concat(Enumerable.Range(1, pages).Reverse()))
            {
                shown = await ReadAsync(db, actor, query with { Page = number }, shown, far: 0, near: 0);

                Check(shown, all, number, query);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Any_page_near_either_end_and_every_page_by_date_is_that_of_counting(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var actor = await FillAsync(db);
        foreach (var query in Filters.SelectMany(Orders).Where(q => q.Sort is BillingSort.InvoiceDate or BillingSort.Customer))
        {
            var all = await AllAsync(db, actor, query);
            var pages = Math.Max(1, (all.Count + 9) / 10);
            for (var number = 1; number <= pages; number++)
            {
                var page = await ReadAsync(db, actor, query with { Page = number }, null, far: 20, near: 0);

                var reached = query.Sort == BillingSort.InvoiceDate || number <= 3 || number >= pages - 2 ? number
                    : number - 3 < pages - 2 - number ? 3
                    : pages - 2;
                Check(page, all, reached, query);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_and_order_are_those_of_the_model_whatever_is_asked_for(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var actor = await FillAsync(db);

        foreach (var query in Filters.SelectMany(Orders))
        {
            var rows = (await ReadAsync(db, actor, query with { Size = 100 }, null, far: 0, near: 0)).Rows;

            var expected = await db.ReadAsync(d => InOrder(d.Set<Invoice>().Where(i => i.MerchantId == actor.MerchantId), query)
                .Where(i => query.Status == null || i.Status == query.Status)
                .Where(i => query.Type == null || i.DocumentType == query.Type)
                .Where(i => query.From == null || i.InvoiceDate >= query.From)
                .Where(i => query.To == null || i.InvoiceDate <= query.To)
                .Select(i => new BillingRow(
                    i.Id, i.Number, i.TaxNumber, i.CustomerName, i.InvoiceDate, i.Due, i.Total, i.Outstanding, i.Status, i.DocumentType))
                .ToListAsync());
            rows.Should().Equal(expected, "{0}", query);
        }
    }

    private static IQueryable<Invoice> InOrder(IQueryable<Invoice> all, BillingQuery query) => query.Sort switch
    {
        BillingSort.InvoiceNo => InOrder(all, i => i.Number, query),
        BillingSort.TaxNumber => InOrder(all, i => i.TaxNumber, query),
        BillingSort.Customer => InOrder(all, i => i.CustomerName, query),
        BillingSort.InvoiceDate => InOrder(all, i => i.InvoiceDate, query),
        BillingSort.DueDate => InOrder(all, i => i.Due, query),
        BillingSort.Total => InOrder(all, i => EF.Property<decimal>(i, "SignedTotal"), query),
        BillingSort.Outstanding => InOrder(all, i => EF.Property<decimal>(i, "Balance"), query),
        BillingSort.Status => query.Descending
            ? all.OrderByDescending(i => i.Status).ThenByDescending(i => i.InvoiceDate).ThenByDescending(i => i.Id)
            : all.OrderBy(i => i.Status).ThenBy(i => i.InvoiceDate).ThenBy(i => i.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(query)),
    };

    private static IQueryable<Invoice> InOrder<TKey>(IQueryable<Invoice> all, Expression<Func<Invoice, TKey>> key, BillingQuery query) =>
        query.Descending ? all.OrderByDescending(key).ThenByDescending(i => i.Id) : all.OrderBy(key).ThenBy(i => i.Id);

    private static void Check(Page<BillingRow> page, List<BillingRow> all, int number, BillingQuery query)
    {
        (page.Total, page.Number).Should().Be((all.Count, number), "{0}", query);
        page.Rows.Select(r => r.Id).Should().Equal(all.Skip((number - 1) * 10).Take(10).Select(r => r.Id), "{0} page {1}", query, number);
    }

    private static IEnumerable<BillingQuery> Orders(BillingQuery query) =>
        Enum.GetValues<BillingSort>().SelectMany(s => new[] { false, true }
            .Select(d => query with { Sort = s, Descending = d, Size = 10 }));

    private static Task<Page<BillingRow>> ReadAsync(
        TestDb db, Actor actor, BillingQuery query, Page<BillingRow>? shown, int far, int near) =>
        db.ReadAsync(d => new BillingPages(d, actor, query, far, near).ReadAsync(shown, default));

    // Pages of the first hundred are counted from the start.
    private static async Task<List<BillingRow>> AllAsync(TestDb db, Actor actor, BillingQuery query) =>
        [.. (await ReadAsync(db, actor, query with { Size = 100 }, null, far: 0, near: 1_000)).Rows];

    // Few days, customers, amounts and due moments, so that much is equal.
    private static async Task<Actor> FillAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        await (await db.Given.MerchantAsync("OTH", "013825647609000")).InvoiceAsync();
        var buyer = await fpy.CustomerAsync();
        DocumentType[] types = [DocumentType.Invoice, DocumentType.Invoice, DocumentType.CreditNote, DocumentType.SelfBilledInvoice];
        InvoiceStatus[] statuses =
            [InvoiceStatus.Unpaid, InvoiceStatus.Draft, InvoiceStatus.Unpaid, InvoiceStatus.Cancelled, InvoiceStatus.Paid];
        await using var context = await db.Dbs.CreateDbContextAsync();
        context.AddRange(Enumerable.Range(0, Invoices).Select(n =>
        {
            var status = statuses[n * 7 % statuses.Length];
            var type = types[n * 5 % types.Length];
            var numbered = n % 3 == 0 && type == DocumentType.Invoice && status.IsIssued();
            return (new TestInvoice
            {
                MerchantId = fpy.Id,
                Number = $"INV-{n * 37 % Invoices:000}",
                Type = status == InvoiceStatus.Paid ? DocumentType.Invoice : type,
                Date = new DateOnly(2025, 12, 10).AddDays(n * 11 % 9 * 13),
                Due = db.Clock.Now().AddDays(n % 4),
                Taxed = numbered,
                Lines = [TestInvoice.Line(1_000 * (1 + (n % 3)))],
                DocumentId = $"DOC{n:000}",
                TaxNumber = numbered ? new TaxNumber(26_00000001 + n) : null,
            }.For(buyer) with
            { CustomerName = $"PT {n % 4}" }).In(status);
        }));
        await context.SaveChangesAsync();
        return fpy.Viewer;
    }
}
