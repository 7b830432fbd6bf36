using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.TaxNumbers;

public sealed class GenerateTaxNumbersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_go_by_invoice_date_then_invoice_number_until_they_run_out(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 3, "000-26.00000001");
        var fourth = await fpy.InvoiceAsync(date: new DateOnly(2026, 11, 3), number: "INV-FPY-112600001");
        var third = await fpy.InvoiceAsync(date: new DateOnly(2026, 11, 2), number: "INV-FPY-112600009");
        var first = await fpy.InvoiceAsync(date: new DateOnly(2026, 10, 31), number: "INV-FPY-102600007");
        var second = await fpy.InvoiceAsync(date: new DateOnly(2026, 11, 2), number: "INV-FPY-112600005");

        var lines = await db.Get<GenerateTaxNumbers>()
            .HandleAsync(fpy.Finance, [fourth.Number, third.Number, second.Number, first.Number], default);

        lines.Value.Select(l => (l.Number, l.Refusal?.Code)).Should().Equal(
            (first.Number, null), (second.Number, null), (third.Number, null), (fourth.Number, "tax-number.none-available"));
        (await db.TaxNumberAsync(first)).Should().Be("000-26.00000001");
        (await db.TaxNumberAsync(second)).Should().Be("000-26.00000002");
        (await db.TaxNumberAsync(third)).Should().Be("000-26.00000003");
        (await db.TaxNumberAsync(fourth)).Should().BeNull();
        (await db.HistoryAsync())
            .Should().ContainSingle(h => h.RefusalCode != null).Which
            .Should().BeEquivalentTo(new { SubjectId = fourth.Id, RefusalCode = "tax-number.none-available" });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_year_takes_from_its_own_ranges(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2025, 1, "000-25.00000001");
        await fpy.AvailableNumbersAsync(2026, 2, "000-26.00000001");
        var old = await fpy.InvoiceAsync(date: new DateOnly(2025, 12, 30));
        var older = await fpy.InvoiceAsync(date: new DateOnly(2025, 12, 31));
        var today = await fpy.InvoiceAsync();
        var ancient = await fpy.InvoiceAsync(date: new DateOnly(2023, 3, 7));

        var lines = await db.Get<GenerateTaxNumbers>()
            .HandleAsync(fpy.Finance, [today.Number, old.Number, older.Number, ancient.Number], default);

        lines.Value.Where(l => l.Refusal is not null).Select(l => (l.Number, Year: l.Refusal!.Sentence()[..45])).Should().BeEquivalentTo(
            [
                (older.Number, Year: "No E-Faktur No is available for 2025. Add a r"),
                (ancient.Number, Year: "No E-Faktur No is available for 2023. Add a r")
            ]);
        (await db.TaxNumberAsync(old)).Should().Be("000-25.00000001");
        (await db.TaxNumberAsync(today)).Should().Be("000-26.00000001");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Refusals_of_every_sort_never_stop_the_others(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 20, "000-26.00000001");
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var good = await fpy.InvoiceAsync(InvoiceStatus.Paid);
        var untaxed = await fpy.InvoiceAsync(taxed: false);
        var cancelled = await fpy.InvoiceAsync(InvoiceStatus.Cancelled);
        var numbered = await fpy.InvoiceAsync(taxNumber: "000-26.00000009");
        var late = await fpy.InvoiceAsync(InvoiceStatus.Overdue);

        var lines = await db.Get<GenerateTaxNumbers>().HandleAsync(
            fpy.Finance,
            [draft.Number, good.Number, untaxed.Number, "INV-FPY-999999999", cancelled.Number, numbered.Number, late.Number, good.Number],
            default);

        lines.Value.ToDictionary(l => l.Number, l => l.Refusal?.Code).Should().BeEquivalentTo(new Dictionary<string, string?>
        {
            [draft.Number] = "tax-number.invoice-not-issued",
            [good.Number] = null,
            [untaxed.Number] = "tax-number.tax-inactive",
            ["INV-FPY-999999999"] = "invoice.not-found",
            [cancelled.Number] = "tax-number.invoice-not-issued",
            [numbered.Number] = "tax-number.already-has-one",
            [late.Number] = null,
        });
        (await db.TaxNumberAsync(late)).Should().Be("000-26.00000001", "its date is the earlier one");
        (await db.TaxNumberAsync(good)).Should().Be("000-26.00000002");
        (await fpy.AvailableAsync(2026)).Should().Be(17);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Falling_far_below_the_limit_at_once_mails_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 3);
        await fpy.ThresholdAsync(2);
        var invoices = new[] { await fpy.InvoiceAsync(), await fpy.InvoiceAsync(), await fpy.InvoiceAsync() };

        await db.Get<GenerateTaxNumbers>().HandleAsync(fpy.Finance, [.. invoices.Select(i => i.Number)], default);

        (await db.MailsAsync()).Should().ContainSingle().Which.Subject.Should().Contain("no E-Faktur No left for 2026");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_takes_nothing_and_leaves_one_line(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        var invoice = await fpy.InvoiceAsync();

        (await db.Get<GenerateTaxNumbers>().HandleAsync(fpy.Viewer, [invoice.Number], default)).Refusal!.Code.Should().Be("not-allowed");

        (await fpy.AvailableAsync(2026)).Should().Be(5);
        (await db.RefusedAsync()).Should().Equal("not-allowed");
    }
}
