using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed class CancelInvoicesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_may_not_be_cancelled_never_stops_the_others(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var first = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var paid = await fpy.InvoiceAsync(InvoiceStatus.Paid);
        var noted = await fpy.InvoiceAsync(InvoiceStatus.Overdue);
        await db.NoteAsync(noted, InvoiceStatus.Unpaid);
        var last = await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid);

        var lines = await db.Get<CancelInvoices>()
            .HandleAsync(fpy.Finance, [first.Number, paid.Number, "INV-FPY-999999999", noted.Number, last.Number, first.Number], default);

        lines.Value.Select(l => (l.Number, l.Refusal?.Code)).Should().Equal(
            (first.Number, null),
            (paid.Number, "invoice.not-cancellable"),
            ("INV-FPY-999999999", "invoice.not-found"),
            (noted.Number, "invoice.referenced"),
            (last.Number, null));
        (await db.StoredAsync(first)).Status.Should().Be(InvoiceStatus.Cancelled);
        (await db.StoredAsync(last)).Status.Should().Be(InvoiceStatus.Cancelled);
        (await db.HistoryAsync()).Select(h => (h.SubjectId, h.RefusalCode)).Should().BeEquivalentTo(new (long?, string?)[]
        {
            (first.Id, null), (paid.Id, "invoice.not-cancellable"), (noted.Id, "invoice.referenced"), (last.Id, null),
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_whose_time_is_over_says_so_in_its_line(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 1);
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);
        await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);
        db.Clock.Advance(TimeSpan.FromHours(2));

        var lines = await db.Get<CancelInvoices>().HandleAsync(fpy.Finance, [invoice.Number], default);

        lines.Value.Should().ContainSingle().Which.Refusal!.Code.Should().Be("invoice.cancellation-period-over");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task More_than_fit_into_one_transaction_are_all_answered(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        string[] unknown = [.. Enumerable.Range(1, 230).Select(n => $"INV-FPY-0101{n:D5}")];

        var lines = await db.Get<CancelInvoices>().HandleAsync(fpy.Finance, [.. unknown, invoice.Number], default);

        lines.Value.Should().HaveCount(231);
        lines.Value.Where(l => l.Refusal is null).Should().ContainSingle().Which.Number.Should().Be(invoice.Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_cancels_nothing_and_leaves_one_line(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        var refused = await db.Get<CancelInvoices>().HandleAsync(fpy.Viewer, [invoice.Number, "INV-FPY-999999999"], default);

        refused.Refusal!.Code.Should().Be("not-allowed");
        (await db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Unpaid);
        (await db.HistoryAsync())
            .Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Who = "Vera Viewer", RefusalCode = "not-allowed" });
    }
}
