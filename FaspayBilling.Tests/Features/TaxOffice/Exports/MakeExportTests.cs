using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Domain.TaxOffice;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

public sealed class MakeExportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_checked_invoices_go_into_one_csv_and_are_marked_with_who_and_when(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var second = await fpy.ExportableAsync("000-26.00000002");
        var first = await fpy.ExportableAsync("000-26.00000001");
        var left = await fpy.ExportableAsync("000-26.00000003");

        var made = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [second.Id, first.Id], default)).Value;

        var file = (await db.Get<ReadExport>().HandleAsync(fpy.Viewer, made.Id, default)).Value;
        file.FileName.Should().Be("e-faktur-FPY-2026-11-20261116-090000.csv");
        file.ContentType.Should().StartWith("text/csv");
        TaxSample.Records(Encoding.UTF8.GetString(file.Bytes)).Where(r => r[0] == "FK").Skip(1).Select(r => (r[3], r[18])).Should()
            .Equal(("0002600000001", first.Number), ("0002600000002", second.Number));
        file.Bytes[0].Should().Be((byte)'"');
        var stored = await db.StoredAsync(first);
        (stored.ExportedAt, stored.ExportedBy).Should().Be((db.Clock.GetUtcNow().UtcDateTime, fpy.Finance.Name));
        (await db.StoredAsync(left)).ExportedAt.Should().BeNull();
        (await db.ReadAsync(d => d.Set<ExportedInvoice>().Where(e => e.ExportId == made.Id).Select(e => e.InvoiceId).ToListAsync()))
            .Should().BeEquivalentTo([first.Id, second.Id]);
        (await db.HistoryAsync())
            .Select(h => h.What())
            .Should().Contain($"Exported for e-Faktur Desktop in {file.FileName}").And
            .Contain($"{file.FileName} made with 2 invoices");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Exporting_again_is_allowed_and_marked(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        var first = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default)).Value;
        db.Clock.Advance(TimeSpan.FromHours(1));

        var second = (await db.Get<MakeExport>().HandleAsync(fpy.Admin, TaxChannel.Desktop, [invoice.Id], default)).Value;

        second.Id.Should().NotBe(first.Id);
        (await db.StoredAsync(invoice)).ExportedBy.Should().Be(fpy.Admin.Name);
        (await db.HistoryAsync()).Select(h => h.What()).Should().Contain($"Exported again for e-Faktur Desktop in {second.FileName}");
    }

    [Fact]
    public async Task The_buyers_NPWP_is_the_customers_of_now_and_stays_with_the_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        await db.ChangeAsync<Customer>(c => c.Id == invoice.CustomerId, c => c.Npwp = "0026015362054000");

        var made = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default)).Value;

        var csv = Encoding.UTF8.GetString((await db.Get<ReadExport>().HandleAsync(fpy.Viewer, made.Id, default)).Value.Bytes);
        TaxSample.Records(csv)[3][7].Should().Be("0026015362054000");
        (await db.StoredAsync(invoice)).CustomerNpwp.Should().Be("0026015362054000");
    }

    [Fact]
    public async Task More_than_1000_invoices_become_several_xml_files_in_a_zip()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: TaxChannel.Coretax);
        var customer = await fpy.CustomerAsync();
        await using (var context = await db.Dbs.CreateDbContextAsync())
        {
            context.AddRange(Enumerable.Range(1, 1_001).Select(n => Issued(db, fpy, customer, n)));
            await context.SaveChangesAsync();
        }

        var ids = await db.Get<ListExportable>().AllAsync(fpy.Viewer, new() { Month = new(2026, 11, 1) }, default);

        var made = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Coretax, [.. ids], default)).Value;

        var file = (await db.Get<ReadExport>().HandleAsync(fpy.Viewer, made.Id, default)).Value;
        file.FileName.Should().Be("coretax-FPY-2026-11-20261116-090000.zip");
        file.ContentType.Should().Be("application/zip");
        using var zip = new ZipArchive(new MemoryStream(file.Bytes));
        zip.Entries.Select(e => e.Name)
            .Should().Equal("coretax-FPY-2026-11-20261116-090000-1.xml", "coretax-FPY-2026-11-20261116-090000-2.xml");
        var references = zip.Entries.Select(e => XDocument.Load(e.Open()).Descendants("RefDesc").Select(r => r.Value).ToList()).ToList();
        references.Select(r => r.Count).Should().Equal(1_000, 1);
        references.SelectMany(r => r).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task One_xml_carries_both_parties()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: TaxChannel.Coretax);
        var invoice = await fpy.ExportableAsync();

        var made = (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Coretax, [invoice.Id], default)).Value;

        var file = (await db.Get<ReadExport>().HandleAsync(fpy.Viewer, made.Id, default)).Value;
        file.ContentType.Should().Be("application/xml");
        var xml = XDocument.Load(new MemoryStream(file.Bytes)).Root!;
        xml.Element("TIN")!.Value.Should().Be("0022732101075000");
        new[] { "SellerIDTKU", "BuyerTin", "BuyerDocument", "BuyerDocumentNumber", "BuyerIDTKU", "RefDesc", "VAT", "OtherTaxBase" }
            .Select(n => xml.Descendants(n).Single().Value)
            .Should().Equal(
                "0022732101075000000000", "0026015362054000", "TIN", "-", "0026015362054000000000", invoice.Number, "110000", "916666.67");
    }

    [Fact]
    public async Task Two_clicks_at_once_on_one_page_make_one_export()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        var sent = fpy.Finance with { Form = new SentForm("one-opened-page") };

        var made = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => db.Get<MakeExport>().HandleAsync(sent, TaxChannel.Desktop, [invoice.Id], default)));

        made.Select(m => m.Value.Id).Distinct().Should().ContainSingle();
        (await db.ReadAsync(d => d.Set<ExportedInvoice>().CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task Two_pages_at_once_make_two_whole_exports()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");

        var made = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default)));

        made.Should().OnlyContain(m => m.Ok);
        (await db.ReadAsync(d => d.Set<ExportedInvoice>().CountAsync())).Should().Be(2);
        (await db.ReadAsync(d => d.Set<FileContent>().CountAsync())).Should().Be(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_one_problem_of_one_invoice_nothing_is_exported(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var good = await fpy.ExportableAsync("000-26.00000001");
        var bare = await fpy.ExportableAsync();
        var tourist = await fpy.ExportableAsync("000-26.00000002", also: i => i.With((nameof(Invoice.TransactionCode), "06")));

        (await CodeAsync(db, fpy.Finance, TaxChannel.Desktop, good.Id, bare.Id)).Should().Be("tax-export.problems");
        (await CodeAsync(db, fpy.Finance, TaxChannel.Desktop, good.Id, tourist.Id)).Should().Be("tax-export.problems");

        (await db.ReadAsync(d => d.Set<TaxExport>().CountAsync())).Should().Be(0);
        (await db.StoredAsync(good)).ExportedAt.Should().BeNull();
    }

    [Fact]
    public async Task Nobody_exports_what_the_role_the_module_or_the_channel_forbids()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: TaxChannel.Desktop);
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var id = (await fpy.ExportableAsync("000-26.00000001")).Id;

        (await CodeAsync(db, fpy.Viewer, TaxChannel.Desktop, id)).Should().Be("not-allowed");
        (await CodeAsync(db, off.Finance, TaxChannel.Desktop, id)).Should().Be("module.off");
        (await CodeAsync(db, fpy.Finance, TaxChannel.Coretax, id)).Should().Be("tax-export.channel");
        (await CodeAsync(db, fpy.Finance, TaxChannel.Both, id)).Should().Be("tax-export.channel");
        (await CodeAsync(db, fpy.Finance, TaxChannel.Desktop)).Should().Be("tax-export.none-checked");
        (await CodeAsync(db, fpy.Finance, TaxChannel.Desktop, [.. Enumerable.Range(1, 10_001).Select(i => (long)i)]))
            .Should().Be("tax-export.too-many");
    }

    [Fact]
    public async Task Invoices_of_others_are_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var theirs = await (await db.ExporterAsync("OTH")).ExportableAsync("000-26.00000001");

        (await CodeAsync(db, fpy.Finance, TaxChannel.Desktop, theirs.Id)).Should().Be("invoice.not-found");
    }

    private static async Task<string> CodeAsync(TestDb db, Actor actor, TaxChannel file, params long[] ids) =>
        (await db.Get<MakeExport>().HandleAsync(actor, file, ids, default)).Refusal!.Code;

    private static Invoice Issued(TestDb db, GivenMerchant fpy, Customer customer, int sequence) => new TestInvoice
    {
        MerchantId = fpy.Id,
        Number = InvoiceNumber.Of("FPY", new(2026, 11, 16), sequence),
        Lines = [TestInvoice.Line(1_000 + sequence)],
        DocumentId = DocumentId.New(),
        Now = db.Clock.Now(),
    }
    .For(customer)
    .Issued();
}
