using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Tests.Support.Data;

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
}
