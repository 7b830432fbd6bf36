using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

public sealed class CheckExportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_problem_of_every_checked_invoice_is_told(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var good = await fpy.ExportableAsync("000-26.00000001");
        var bare = await fpy.ExportableAsync();
        var tourist = await fpy.ExportableAsync("000-26.00000002", also: i => i.With((nameof(Invoice.TransactionCode), "06")));
        await db.ChangeAsync<Customer>(c => c.Id == good.CustomerId, c => (c.NpwpAddress, c.Address) = ("", ""));

        var check = (await CheckAsync(db, fpy.Finance, TaxChannel.Desktop, good.Id, bare.Id, tourist.Id)).Value;

        check.Invoices.Should().Be(3);
        check.Problems.Select(p => (p.InvoiceNumber, p.Problem.Code, p.Problem.Place)).Should().BeEquivalentTo(
        [
            (good.Number, "buyer-address", ProblemLocation.Customer),
            (bare.Number, "no-number", ProblemLocation.Invoice),
            (bare.Number, "buyer-address", ProblemLocation.Customer),
            (tourist.Number, "code-not-in-desktop", ProblemLocation.Invoice),
            (tourist.Number, "buyer-address", ProblemLocation.Customer),
        ]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_counts_what_went_out_before_and_what_went_out_the_other_way(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        var fresh = await fpy.ExportableAsync("000-26.00000002");
        await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default);
        db.Clock.Advance(TimeSpan.FromHours(1));

        var other = (await CheckAsync(db, fpy.Admin, TaxChannel.Coretax, invoice.Id)).Value;
        var same = (await CheckAsync(db, fpy.Admin, TaxChannel.Desktop, invoice.Id, fresh.Id)).Value;

        (other.Invoices, other.Again, other.OtherWay, other.Problems.Count).Should().Be((1, 1, 1, 0));
        (same.Invoices, same.Again, same.OtherWay, same.Problems.Count).Should().Be((2, 1, 0, 0));
    }

    [Fact]
    public async Task Nobody_checks_what_the_role_the_module_or_the_channel_forbids()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: TaxChannel.Desktop);
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var id = (await fpy.ExportableAsync("000-26.00000001")).Id;

        await ExpectAsync(fpy.Viewer, TaxChannel.Desktop, [id], "not-allowed");
        await ExpectAsync(off.Finance, TaxChannel.Desktop, [id], "module.off");
        await ExpectAsync(fpy.Finance, TaxChannel.Coretax, [id], "tax-export.channel");
        await ExpectAsync(fpy.Finance, TaxChannel.Both, [id], "tax-export.channel");
        await ExpectAsync(fpy.Finance, TaxChannel.Desktop, [], "tax-export.none-checked");
        await ExpectAsync(
            fpy.Finance, TaxChannel.Desktop, [.. Enumerable.Range(1, 10_001).Select(i => (long)i)], "tax-export.too-many");

        async Task ExpectAsync(Actor actor, TaxChannel file, long[] ids, string code) =>
            (await CheckAsync(db, actor, file, ids)).Refusal!.Code.Should().Be(code);
    }

    [Fact]
    public async Task Invoices_of_others_are_left_out_and_none_at_all_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var other = await db.ExporterAsync("OTH");
        var ours = await fpy.ExportableAsync("000-26.00000001");
        var theirs = await other.ExportableAsync("000-26.00000001");

        (await CheckAsync(db, fpy.Finance, TaxChannel.Desktop, theirs.Id)).Refusal!.Code.Should().Be("invoice.not-found");
        (await CheckAsync(db, fpy.Finance, TaxChannel.Desktop, theirs.Id, ours.Id)).Value.Invoices.Should().Be(1);
    }

    private static Task<Outcome<ExportCheck>> CheckAsync(TestDb db, Actor actor, TaxChannel file, params long[] ids) =>
        db.Get<CheckExport>().HandleAsync(actor, file, ids, default);
}
