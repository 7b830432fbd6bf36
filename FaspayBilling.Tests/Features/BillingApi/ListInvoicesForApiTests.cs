using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.BillingApi;

public sealed class ListInvoicesForApiTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_of_many_costs_two_commands_and_is_sorted_by_date_due_and_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await ManyAsync(db, fpy, 1_050);
        var signature = await SignatureAsync(db, fpy);
        await db.Get<ListInvoicesForApi>().HandleAsync(signature, Query(1), default);

        using var sql = SqlCommands.Watch();
        var page = (await db.Get<ListInvoicesForApi>().HandleAsync(signature, Query(11), default)).Value;

        sql.Sent.Should().HaveCount(2);
        (page.Pages, page.Total, page.Rows.Count).Should().Be((11, 1_050, 50));
        page.Rows.Should().BeEquivalentTo(
            page.Rows.OrderBy(r => r.InvoiceDate).ThenBy(r => r.Due).ThenBy(r => r.Number, StringComparer.Ordinal),
            o => o.WithStrictOrdering());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_pages_hold_every_invoice_of_the_days_once_and_in_order(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await ManyAsync(db, fpy, 850);
        var signature = await SignatureAsync(db, fpy);
        (DateOnly From, DateOnly To)[] spans =
            [(First, Last), (First.AddDays(3), First.AddDays(36)), (First.AddDays(5), First.AddDays(20)), (Last, Last)];
        foreach (var (from, to) in spans)
        {
            var asked = Query(1) with { From = from, To = to };
            var rows = new List<InvoiceForApi>();
            InvoicesPage page;
            do
            {
                page = (await db.Get<ListInvoicesForApi>().HandleAsync(signature, asked, default)).Value;
                rows.AddRange(page.Rows);
                asked = asked with { Page = asked.Page + 1 };
            }
            while (asked.Page <= page.Pages);

            rows.Should().HaveCount(Enumerable.Range(0, 850).Count(i => First.AddDays(i % 40) >= from && First.AddDays(i % 40) <= to))
                .And.HaveCount(page.Total);
            rows.Select(r => r.Number).Should().OnlyHaveUniqueItems().And.Equal(
                rows.OrderBy(r => r.InvoiceDate).ThenBy(r => r.Due).ThenBy(r => r.Number, StringComparer.Ordinal).Select(r => r.Number));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Deleted_invoices_and_those_of_others_are_not_there(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        await fpy.InvoiceAsync(InvoiceStatus.Draft, number: "kept");
        await fpy.InvoiceAsync(InvoiceStatus.Draft, number: "deleted", also: i => i.Delete(db.Clock.Now()));
        await other.InvoiceAsync(InvoiceStatus.Draft, number: "others");

        var page = (await db.Get<ListInvoicesForApi>().HandleAsync(await SignatureAsync(db, fpy), Query(1), default)).Value;

        page.Rows.Select(r => r.Number).Should().Equal("kept");
        page.Total.Should().Be(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Status_customer_and_due_day_narrow_the_list(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var midnight = JakartaCalendar.StartOf(new DateOnly(2026, 12, 1));
        await fpy.InvoiceAsync(number: "before", due: midnight.AddMilliseconds(-1));
        await fpy.InvoiceAsync(number: "first", due: midnight);
        await fpy.InvoiceAsync(number: "last", due: midnight.AddDays(1).AddMilliseconds(-1));
        await fpy.InvoiceAsync(number: "after", due: midnight.AddDays(1));
        await fpy.InvoiceAsync(InvoiceStatus.Draft, number: "draft", due: midnight);
        var customer = (await fpy.CustomerAsync()).Number;
        var signature = await SignatureAsync(db, fpy);
        var asked = Query(1) with { Statuses = [InvoiceStatus.Unpaid], DueDay = new DateOnly(2026, 12, 1) };

        var found = (await db.Get<ListInvoicesForApi>().HandleAsync(signature, asked with { CustomerNumber = customer }, default)).Value;
        var ofNobody = (await db.Get<ListInvoicesForApi>()
            .HandleAsync(signature, asked with { CustomerNumber = customer + 1 }, default)).Value;

        found.Rows.Select(r => r.Number).Should().Equal("first", "last");
        (ofNobody.Pages, ofNobody.Total).Should().Be((0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_days_statuses_and_page_are_asked_for_the_answer_is_that_of_looking_at_every_invoice(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await (await db.Given.MerchantAsync("T8V", "013825647609000")).InvoiceAsync();
        await MixedAsync(db, fpy, 900);
        var signature = await SignatureAsync(db, fpy);
        var all = await db.ReadAsync(d => d.Set<Invoice>().AsNoTracking().Where(i => i.MerchantId == fpy.Id).ToListAsync());
        var numbers = await db.ReadAsync(d => d.Set<Customer>().ToDictionaryAsync(c => c.Id, c => c.Number));
        var random = new Random(17);
        for (var asked = 0; asked < 120; asked++)
        {
            var from = First.AddDays(random.Next(-5, 95));
            var statuses = InvoiceStatuses.All.Where(_ => random.Next(2) == 0).Append(InvoiceStatus.Overdue).Distinct().ToList();
            var query = new InvoicesQuery(from, from.AddDays(random.Next(-1, 100)), statuses, random.Next(1, 7));

            var page = (await db.Get<ListInvoicesForApi>().HandleAsync(signature, query, default)).Value;

            var found = all.Where(i => i.InvoiceDate >= query.From && i.InvoiceDate <= query.To && statuses.Contains(i.Status)
                && i.DocumentType.IsReceivable()).ToList();
            page.Total.Should().Be(found.Count, "{0}", query);
            page.Rows.Should().Equal(
                found.OrderBy(i => i.InvoiceDate).ThenBy(i => i.Due).ThenBy(i => i.Number, StringComparer.Ordinal)
                    .Skip((query.Page - 1) * ListInvoicesForApi.Size).Take(ListInvoicesForApi.Size)
                    .Select(i => new InvoiceForApi(
                        numbers[i.CustomerId], i.CustomerName, i.InvoiceDate, i.Number, i.Due, i.Status, i.Outstanding)),
                "{0}",
                query);
            page.Rows.Where(r => r.Due.Kind != DateTimeKind.Utc).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_signature_that_nobody_has_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var unmade = await db.Get<ListInvoicesForApi>().HandleAsync(new string('0', 40), Query(1), default);
        await SignatureAsync(db, fpy);

        unmade.Refusal!.Code.Should().Be("api-credential.signature");
        (await db.Get<ListInvoicesForApi>().HandleAsync(new string('0', 40), Query(1), default)).Refusal!.Code
            .Should().Be("api-credential.signature");
    }

    private static InvoicesQuery Query(int page) => new(First, Last, InvoiceStatuses.All, page);

    private static async Task<string> SignatureAsync(TestDb db, GivenMerchant merchant)
    {
        var made = (await db.Get<MakeBillingCredential>().HandleAsync(merchant.Admin, default)).Value;
        return BillingSignature.Of(made.Username, made.Password);
    }

    private static async Task ManyAsync(TestDb db, GivenMerchant merchant, int count)
    {
        var buyer = await merchant.CustomerAsync();
        await using var context = await db.Dbs.CreateDbContextAsync();
        context.AddRange(Enumerable.Range(0, count).Select(i => new TestInvoice
        {
            MerchantId = merchant.Id,
            Number = $"INV-{i * 7919 % count:00000}",
            Date = First.AddDays(i % 40),
            Due = JakartaCalendar.EndOf(First.AddDays(60 + (i % 3))),
            Taxed = false,
            Lines = [],
        }
        .For(buyer)
        .Draft()));
        await context.SaveChangesAsync();
    }

    // Of every status and kind, with equal days and moments, broken seconds, and amounts of hundredths and below 0; some are deleted.
    private static async Task MixedAsync(TestDb db, GivenMerchant merchant, int count)
    {
        var buyers = new[] { await merchant.CustomerAsync(), await merchant.CustomerAsync() };
        var types = Enum.GetValues<DocumentType>();
        await using var context = await db.Dbs.CreateDbContextAsync();
        context.AddRange(Enumerable.Range(0, count).Select(i =>
        {
            var invoice = new TestInvoice
            {
                MerchantId = merchant.Id,
                Number = $"INV-{i * 7919 % count:00000}",
                Date = First.AddDays(i * 13 % 97),
                Due = JakartaCalendar.StartOf(First.AddDays(60 + (i % 3))).AddMilliseconds(i % 4 * 250).AddTicks(i % 2 * 10),
                Taxed = false,
                Lines = [],
            }
            .For(buyers[i % 2])
            .Draft()
            .With(
                (nameof(Invoice.Status), InvoiceStatuses.All[i % 7]),
                (nameof(Invoice.DocumentType), i % 5 == 0 ? types[i / 5 % types.Length] : DocumentType.Invoice),
                (nameof(Invoice.Outstanding), (i * 997 % 200_000 / 100m) - 500m));
            if (i % 11 == 0)
            {
                invoice.With((nameof(Invoice.DeletedAt), db.Clock.Now()));
            }

            return invoice;
        }));
        await context.SaveChangesAsync();
    }
}
