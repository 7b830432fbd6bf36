using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxNumbers;

public sealed class AddRangeTests
{
    private static readonly RangeInput Good = new(2026, "000-26.00000001", "000-26.00000100");

    [Theory, OnSqlite, OnPostgres]
    public async Task All_numbers_of_a_new_range_are_available_at_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await AddAsync(db, fpy, Good)).Should().Be(Outcome.Done);

        (await db.RunsAsync()).Should().Equal("000-26.00000001-00000100");
        var row = (await db.Get<ListRanges>().HandleAsync(fpy.Viewer, default)).Value.Should().ContainSingle().Subject;
        row.Should().BeEquivalentTo(new { Year = 2026, Total = 100L, Available = 100L, StartFixed = false });
        (await db.HistoryAsync())
            .Should().ContainSingle().Which.What()
            .Should().Be("Range 000-26.00000001 to 000-26.00000100 added for 2026, 100 numbers");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Digits_without_punctuation_and_the_16_digits_of_a_letter_read_the_same(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await AddAsync(db, fpy, new RangeInput(2026, "0002600000001", "010.000-26.00000002"))).Ok.Should().BeTrue();

        (await db.RunsAsync()).Should().Equal("000-26.00000001-00000002");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Other_year_digits_than_the_Year_Period_are_allowed_with_a_warning(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var done = await AddAsync(db, fpy, new RangeInput(2027, "000-22.12345601", "000-22.12345620"));

        done.Ok.Should().BeTrue();
        done.Warnings.Sentence().Should().Contain("22").And.Contain("2027");
        (await fpy.AvailableAsync(2027)).Should().Be(20);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_refusal_names_its_field_and_nothing_is_stored(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000091");

        await ExpectAsync(Good with { Year = 2024 }, ("range.year", "Year"));
        await ExpectAsync(Good with { Year = 2028 }, ("range.year", "Year"));
        await ExpectAsync(Good with { Start = "000-26.1" }, ("range.not-13-digits", "Start"));
        await ExpectAsync(Good with { End = "" }, ("range.not-13-digits", "End"));
        await ExpectAsync(
            new RangeInput(2020, "abc", "0002600000001x"),
            ("range.year", "Year"),
            ("range.not-13-digits", "Start"),
            ("range.not-13-digits", "End"));
        await ExpectAsync(new RangeInput(2026, "000-26.00000050", "000-26.00000049"), ("range.end-before-start", "End"));
        await ExpectAsync(new RangeInput(2026, "000-26.99999999", "000-27.00000001"), ("range.blocks-differ", "End"));
        await ExpectAsync(new RangeInput(2026, "000-26.10000000", "000-26.11000000"), ("range.too-long", "End"));
        await ExpectAsync(Good, ("range.overlap", "Start"));
        await ExpectAsync(Good with { Year = 2025 }, ("range.overlap", "Start"));

        (await db.RunsAsync()).Should().Equal("000-26.00000091-00000100");
        (await db.HistoryAsync()).Should().BeEmpty();
        (await AddAsync(db, fpy, Good)).Refusal!.Sentence()
            .Should().Contain("000-26.00000091 to 000-26.00000100", "it says which range is in the way");

        async Task ExpectAsync(RangeInput input, params (string Code, string Field)[] refused) =>
            (await AddAsync(db, fpy, input)).Refusals.Select(r => (r.Code, r.Field))
                .Should().Equal(refused.Select(r => (r.Code, (string?)r.Field)), "{0}", input);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_million_numbers_are_one_row_and_another_merchants_range_is_not_in_the_way(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var other = await db.Given.MerchantAsync("OTH");
        await other.AvailableNumbersAsync(2026, 10, "000-26.00000001");

        (await AddAsync(db, fpy, new RangeInput(2026, "000-26.00000001", "000-26.01000000"))).Ok.Should().BeTrue();

        (await fpy.AvailableAsync(2026)).Should().Be(1_000_000);
        (await db.RunsAsync()).Should().HaveCount(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Neighbours_do_not_overlap(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000101");

        (await AddAsync(db, fpy, Good)).Ok.Should().BeTrue();
        (await AddAsync(db, fpy, new RangeInput(2026, "000-26.00000111", "000-26.00000111"))).Ok.Should().BeTrue();

        (await db.RunsAsync()).Should().HaveCount(3, "runs never reach over the ends of their ranges");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_adds_nothing_and_with_the_module_off_nobody_does(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await db.Get<AddRange>().HandleAsync(fpy.Viewer, Good, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<AddRange>().HandleAsync(off.Admin, Good, default)).Refusal!.Code.Should().Be("module.off");

        (await db.RunsAsync()).Should().BeEmpty();
        (await db.RefusedAsync()).Should().Equal("not-allowed", "module.off");
    }

    private static Task<Outcome> AddAsync(TestDb db, GivenMerchant merchant, RangeInput input) =>
        db.Get<AddRange>().HandleAsync(merchant.Finance, input, default);
}
