using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

public sealed class ExportRefusalsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_problem_of_every_checked_invoice_is_told_and_nothing_is_exported(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var good = await fpy.ExportableAsync("000-26.00000001");
        var bare = await fpy.ExportableAsync();
        var tourist = await fpy.ExportableAsync("000-26.00000002", also: i => i.With((nameof(Invoice.TransactionCode), "06")));
        await db.ChangeAsync<Customer>(c => c.Id == good.CustomerId, c => c.NpwpAddress = "");
        long[] ids = [good.Id, bare.Id, tourist.Id];

        var check = (await db.Get<CheckExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, ids, default)).Value;
        var made = await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, ids, default);

        check.Problems.Select(p => (p.InvoiceNumber, p.Problem.Code, p.Problem.Place)).Should().BeEquivalentTo(
        [
            (good.Number, "buyer-address", ProblemLocation.Customer),
            (bare.Number, "no-number", ProblemLocation.Invoice),
            (bare.Number, "buyer-address", ProblemLocation.Customer),
            (tourist.Number, "code-not-in-desktop", ProblemLocation.Invoice),
            (tourist.Number, "buyer-address", ProblemLocation.Customer),
        ]);
        made.Refusal!.Code.Should().Be("tax-export.problems");
        (await db.ReadAsync(d => d.Set<TaxExport>().CountAsync())).Should().Be(0);
        (await db.StoredAsync(good)).ExportedAt.Should().BeNull();
    }

    [Fact]
    public async Task Nobody_exports_what_the_role_the_module_or_the_channel_forbids()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: TaxChannel.Desktop);
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var invoice = await fpy.ExportableAsync("000-26.00000001");

        (await BothAsync(db, fpy.Viewer, TaxChannel.Desktop, [invoice.Id])).Should().Equal("not-allowed", "not-allowed");
        (await BothAsync(db, off.Finance, TaxChannel.Desktop, [invoice.Id])).Should().Equal("module.off", "module.off");
        (await BothAsync(db, fpy.Finance, TaxChannel.Coretax, [invoice.Id])).Should().Equal("tax-export.channel", "tax-export.channel");
        (await BothAsync(db, fpy.Finance, TaxChannel.Both, [invoice.Id])).Should().Equal("tax-export.channel", "tax-export.channel");
        (await BothAsync(db, fpy.Finance, TaxChannel.Desktop, [])).Should().Equal("tax-export.none-checked", "tax-export.none-checked");
        (await BothAsync(db, fpy.Finance, TaxChannel.Desktop, [.. Enumerable.Range(1, 10_001).Select(i => (long)i)]))
            .Should().Equal("tax-export.too-many", "tax-export.too-many");
        (await db.Get<ReadExport>().HandleAsync(off.Finance, 1, default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<ListExports>().HandleAsync(off.Finance, 1, default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<ReadExport>().HandleAsync(fpy.Viewer, 1, default)).Refusal!.Code.Should().Be("tax-export.not-found");
    }

    [Fact]
    public async Task Invoices_of_others_are_left_out_and_their_exports_are_not_there()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var other = await db.ExporterAsync("OTH");
        var theirs = await other.ExportableAsync("000-26.00000001");
        var made = (await db.Get<MakeExport>().HandleAsync(other.Finance, TaxChannel.Desktop, [theirs.Id], default)).Value;

        (await BothAsync(db, fpy.Finance, TaxChannel.Desktop, [theirs.Id])).Should().Equal("invoice.not-found", "invoice.not-found");
        (await db.Get<ReadExport>().HandleAsync(fpy.Finance, made.Id, default)).Refusal!.Code.Should().Be("tax-export.not-found");
        (await db.Get<ListExports>().HandleAsync(fpy.Finance, 10, default)).Value.Should().BeEmpty();
    }

    private static async Task<string[]> BothAsync(TestDb db, Actor actor, TaxChannel file, long[] ids) =>
    [
        (await db.Get<CheckExport>().HandleAsync(actor, file, ids, default)).Refusal!.Code,
        (await db.Get<MakeExport>().HandleAsync(actor, file, ids, default)).Refusal!.Code,
    ];
}
