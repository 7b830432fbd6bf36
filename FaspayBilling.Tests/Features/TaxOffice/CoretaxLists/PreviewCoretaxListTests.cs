using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

public sealed partial class PreviewCoretaxListTests
{
    private const string Number = "04002600000000001";
    private const string Other = "04002600000000002";

    private static readonly string[] English =
    [
        "BuyerTIN", "BuyerTaxpayerName", "TaxInvoiceCode", "TaxInvoiceNumber", "TaxInvoiceDate", "TaxInvoicePeriod", "TaxInvoiceYear",
        "TaxInvoiceStatus", "ESignStatus", "SellingPrice", "OtherTaxBase", "VAT", "STLG", "Signer", "Reference", "ReportedBySeller",
        "ReportedByVATCollector",
    ];

    [Fact]
    public async Task Every_line_is_shown_with_what_saving_does_with_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var byReference = await fpy.ExportableAsync();
        var byNumber = await fpy.ExportableAsync("000-26.00000007");

        var preview = await db.PreviewAsync(
            fpy,
            CoretaxFile.Row(Number, "APPROVED", byReference.Number),
            CoretaxFile.Row("04009002600000007", "APPROVED", ""),
            CoretaxFile.Row("04002600000000009", "APPROVED", "elsewhere 1"),
            CoretaxFile.Row("123", "APPROVED", "x"),
            CoretaxFile.Row("04002600000000008", "PERHAPS", "x"));

        preview.Rows.Select(r => (r.Line, r.Effect, r.InvoiceNumber)).Should().Equal(
            (2, CoretaxEffect.New, byReference.Number),
            (3, CoretaxEffect.New, byNumber.Number),
            (4, CoretaxEffect.Unmatched, null),
            (5, CoretaxEffect.Unreadable, null),
            (6, CoretaxEffect.Unreadable, null));
        preview.Rows.Select(r => r.What.Sentence()).Should().Equal(
            "Number and state APPROVED are stored.", "Number and state APPROVED are stored (found by its E-Faktur No).",
            "No invoice of ours: it is kept until somebody chooses one.", "“123” is not a number of 17 digits.",
            "“PERHAPS” is no state that Coretax names.");
        (await db.StoredAsync(byReference)).CoretaxNumber.Should().BeNull();
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    [InlineData("{0}, PO 4711")]
    [InlineData("No. {0}")]
    [InlineData("lower {0}")]
    [InlineData("Inv {0} / PO 4711")]
    public async Task A_reference_finds_its_invoice_inside_other_text_and_in_any_case(string written)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var number = written.StartsWith("lower", StringComparison.Ordinal) ? invoice.Number.ToLowerInvariant() : invoice.Number;

        var reference = written.Replace("{0}", number, StringComparison.Ordinal);

        var preview = await db.PreviewAsync(fpy, CoretaxFile.Row(Number, "APPROVED", reference));

        preview.Rows.Single().Should().BeEquivalentTo(new { Effect = CoretaxEffect.New, InvoiceNumber = invoice.Number });
    }

    [Fact]
    public async Task A_replacement_without_a_reference_finds_its_invoice_by_the_serial_of_what_it_replaces()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();

        var preview = await db.PreviewAsync(
            fpy,
            CoretaxFile.Row("04002600000000117", "AMENDED", invoice.Number, vat: "4949230"),
            CoretaxFile.Row("04012600000000117", "APPROVED", ""));

        preview.Rows.Select(r => (r.Effect, r.InvoiceNumber))
            .Should().Equal((CoretaxEffect.New, invoice.Number), (CoretaxEffect.New, invoice.Number));
        preview.Rows[1].What.Sentence().Should().Be("Number and state APPROVED are stored (found by its serial).");
    }

    [Fact]
    public async Task A_serial_is_also_known_from_an_earlier_list_and_from_a_PDF()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var listed = await fpy.ExportableAsync();
        var filed = await fpy.ExportableAsync(also: i => i.With((nameof(Invoice.CoretaxNumber), "04002600000000118")));
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04002600000000117", "APPROVED", listed.Number));

        var preview = await db.PreviewAsync(
            fpy, CoretaxFile.Row("04012600000000117", "APPROVED", ""), CoretaxFile.Row("04012600000000118", "APPROVED", ""));

        preview.Rows.Select(r => (r.Effect, r.InvoiceNumber))
            .Should().Equal((CoretaxEffect.New, listed.Number), (CoretaxEffect.New, filed.Number));
    }

    [Fact]
    public async Task Two_standing_tax_invoices_for_one_invoice_are_a_conflict_that_names_both()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();

        var preview = await db.PreviewAsync(
            fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number), CoretaxFile.Row(Other, "APPROVED", invoice.Number));

        preview.Rows.Select(r => r.Effect).Should().Equal(CoretaxEffect.Conflict, CoretaxEffect.Conflict);
        preview.Rows[0].What.Sentence().Should().Be(
            $"{invoice.Number} has another tax invoice that stands: {Other}. Nothing is stored with an invoice until you decide.");
    }

    [Fact]
    public async Task The_second_is_a_conflict_beside_one_that_was_read_before_but_not_beside_one_that_is_cancelled_now()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));

        var beside = await db.PreviewAsync(fpy, CoretaxFile.Row(Other, "APPROVED", invoice.Number));
        var instead = await db.PreviewAsync(
            fpy, CoretaxFile.Row(Number, "CANCELED", "", vat: "0", taxBase: "0"), CoretaxFile.Row(Other, "APPROVED", invoice.Number));

        beside.Rows.Select(r => r.Effect).Should().Equal(CoretaxEffect.Conflict);
        instead.Rows.Select(r => r.Effect).Should().Equal(CoretaxEffect.Changed, CoretaxEffect.New);
    }

    [Fact]
    public async Task A_number_whose_reference_is_one_invoice_and_whose_holder_is_another_is_a_conflict()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var named = await fpy.ExportableAsync();
        var holder = await fpy.ExportableAsync("000-26.00000007");

        var preview = await db.PreviewAsync(fpy, CoretaxFile.Row("04009002600000007", "APPROVED", named.Number));

        preview.Rows.Single().Effect.Should().Be(CoretaxEffect.Conflict);
        preview.Rows.Single().What.Sentence()
            .Should().StartWith($"One number for several invoices: {named.Number}, {holder.Number}.");
    }

    [Fact]
    public async Task What_a_spreadsheet_did_to_the_buyers_number_is_told_and_no_conflict()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();

        var preview = await db.PreviewAsync(
            fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number, npwp: "26015362054000", date: "2026-11-15"));

        preview.Rows.Single().Effect.Should().Be(CoretaxEffect.New);
        preview.Rows.Single().What.Select(w => w.Sentence()).Should().Equal(
            "Number and state APPROVED are stored.",
            "The buyer's number “26015362054000” lost its zeros in front: a spreadsheet took it for a number.",
            "The day differs: 15/11/2026 there, 16/11/2026 here.");
    }

    [Fact]
    public async Task English_headings_are_read()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        using var file = CoretaxFile.Csv(
            ',', English, [CoretaxFile.Row(Number, "Waiting For Cancelation", invoice.Number, month: "November")]);

        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, null, default)).Value;

        preview.Rows.Single().Effect.Should().Be(CoretaxEffect.New);
        preview.Readable.Single().Should().BeEquivalentTo(
            new
            {
                Date = new DateOnly(2026, 11, 16), Month = new DateOnly(2026, 11, 1), TaxBase = 1_000_000m, Vat = 110_000m,
                BuyerId = "0026015362054000", BuyerName = "PT Pelanggan Setia",
            });
    }

    [Fact]
    public async Task A_title_above_the_heading_and_blank_rows_do_no_harm()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        using var file = CoretaxFile.Xlsx(
            [[], CoretaxFile.Row(Number, "APPROVED", "x", date: "16/11/2026"), [], [""]], title: "Daftar Pajak Keluaran");

        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, null, default)).Value;

        preview.Readable.Should().ContainSingle().Which
            .Should().BeEquivalentTo(
                new { Line = 5, Date = new DateOnly(2026, 11, 16), TaxBase = 1_000_000m, Vat = 110_000m, BuyerId = "0026015362054000" });
    }

    [Fact]
    public async Task A_thousand_rows_are_looked_up_in_a_few_commands_with_progress()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var rows = Enumerable.Range(1, 1_000).Select(n => CoretaxFile.Row($"0400260000{n:D7}", "APPROVED", $"PO {n}")).ToArray();
        using var file = CoretaxFile.Xlsx(rows);
        var shares = new Shares();
        using var sql = SqlCommands.Watch();

        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, shares, default)).Value;

        preview.Count(CoretaxEffect.Unmatched).Should().Be(1_000);
        sql.Sent.Should().HaveCountLessThan(15);
        shares.Told.Should().Equal(0.2, 0.4, 0.6, 0.8, 1);
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
