using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxNumbers;

public sealed class EditRangeTests
{
    private const string Start = "000-26.00000011";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unused_range_moves_grows_and_shrinks_freely(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 10, Start);

        (await EditAsync(db, fpy, "000-26.00000001", "000-26.00000005")).Ok.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000001-00000005");
        (await EditAsync(db, fpy, "000-26.00000003", "000-26.00000012")).Ok.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000003-00000012");
        (await EditAsync(db, fpy, "000-26.00000003", "000-26.00000003")).Ok.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000003-00000003");
        (await EditAsync(db, fpy, "000-26.00000003", "000-26.00000004")).Ok.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000003-00000004");

        (await db.HistoryAsync())[0].What()
            .Should().Be("Range 000-26.00000011 to 000-26.00000020 changed to 000-26.00000001 to 000-26.00000005");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_used_range_grows_at_its_end_and_shrinks_down_to_the_highest_used(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 10, Start);
        await fpy.InvoiceAsync(taxNumber: "000-26.00000014");

        (await EditAsync(db, fpy, Start, "000-26.00000025")).Ok.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000013", "000-26.00000015-00000025");
        (await EditAsync(db, fpy, Start, "000-26.00000015")).Ok.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000013", "000-26.00000015-00000015");
        (await EditAsync(db, fpy, Start, "000-26.00000014")).Ok.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000013");
        (await EditAsync(db, fpy, Start, "000-26.00000016")).Ok.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000013", "000-26.00000015-00000016");

        var below = await EditAsync(db, fpy, Start, "000-26.00000013");
        below.Refusal.Should().BeEquivalentTo(new { Code = "range.end-below-used", Field = "End" });
        below.Refusal!.Sentence().Should().Contain("000-26.00000014");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_range_that_is_used_up_still_grows(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 1, Start);
        await fpy.InvoiceAsync(taxNumber: Start);

        (await EditAsync(db, fpy, Start, "000-26.00000012")).Ok.Should().BeTrue();

        (await db.RunsAsync()).Should().Equal("000-26.00000012-00000012");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Once_a_number_was_used_the_start_stays_even_after_it_was_given_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 10, Start);
        var invoice = await fpy.InvoiceAsync();
        await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, default);
        await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);
        await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: false, default);
        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000020");

        (await EditAsync(db, fpy, "000-26.00000010", "000-26.00000020")).Refusal
            .Should().BeEquivalentTo(new { Code = "range.start-in-use", Field = "Start" });
        (await EditAsync(db, fpy, Start, "000-26.00000011")).Ok.Should().BeTrue("no number is in use, so the end is free");

        (await RowAsync(db, fpy)).StartFixed.Should().BeTrue();
        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000011");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_adding_refuses_editing_refuses_too(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 10, Start);
        await fpy.AvailableNumbersAsync(2025, 10, "000-26.00000031");

        await ExpectAsync("000-26.0000001", "?", ("range.not-13-digits", "Start"), ("range.not-13-digits", "End"));
        await ExpectAsync(Start, "000-26.00000010", ("range.end-before-start", "End"));
        await ExpectAsync(Start, "000-27.00000020", ("range.blocks-differ", "End"));
        await ExpectAsync("000-26.10000000", "000-26.11000000", ("range.too-long", "End"));
        await ExpectAsync(Start, "000-26.00000031", ("range.overlap", "Start"));

        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000020", "000-26.00000031-00000040");

        async Task ExpectAsync(string start, string end, params (string Code, string Field)[] refused) =>
            (await EditAsync(db, fpy, start, end)).Refusals.Select(r => (r.Code, r.Field))
                .Should().Equal(refused.Select(r => (r.Code, (string?)r.Field)), "{0} {1}", start, end);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_own_numbers_are_not_in_its_way_and_a_past_Year_Period_stays_editable(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2023, 10, "000-22.12345601");

        var done = await EditAsync(db, fpy, "000-22.12345605", "000-22.12345620");

        done.Ok.Should().BeTrue();
        done.Warnings.Sentence().Should().Contain("2023");
        (await fpy.AvailableAsync(2023)).Should().Be(16);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_unknown_or_forbidden_edit_changes_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var off = await db.Given.MerchantAsync("OFF");
        var range = await fpy.AvailableNumbersAsync(2026, 10, Start);
        var hidden = await off.AvailableNumbersAsync(2026, 10, Start);
        var edit = db.Get<EditRange>();
        (await edit.HandleAsync(fpy.Finance, range.Id, range.Version, Start, "000-26.00000019", default)).Ok.Should().BeTrue();

        (await edit.HandleAsync(fpy.Finance, range.Id, range.Version, Start, "000-26.00000018", default)).Refusal!.Code
            .Should().Be("changed-elsewhere");
        (await edit.HandleAsync(fpy.Finance, hidden.Id, hidden.Version, Start, "000-26.00000018", default)).Refusal!.Code
            .Should().Be("range.not-found");
        (await edit.HandleAsync(fpy.Viewer, range.Id, range.Version + 1, Start, "000-26.00000018", default)).Refusal!.Code
            .Should().Be("not-allowed");

        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000019", "000-26.00000011-00000020");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_the_module_off_nothing_is_edited(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var range = await off.AvailableNumbersAsync(2026, 10, Start);

        (await db.Get<EditRange>().HandleAsync(off.Admin, range.Id, range.Version, Start, "000-26.00000018", default)).Refusal!.Code
            .Should().Be("module.off");
        (await db.Get<DeleteRange>().HandleAsync(off.Admin, range.Id, range.Version, default)).Refusal!.Code.Should().Be("module.off");

        (await db.RunsAsync()).Should().Equal("000-26.00000011-00000020");
    }

    private static async Task<RangeRow> RowAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ListRanges>().HandleAsync(merchant.Finance, default)).Value[0];

    private static async Task<Outcome> EditAsync(TestDb db, GivenMerchant merchant, string start, string end)
    {
        var row = await RowAsync(db, merchant);
        return await db.Get<EditRange>().HandleAsync(merchant.Finance, row.Id, row.Version, start, end, default);
    }
}
