using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Attachments;

public sealed class UploadAttachmentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_invoice_of_every_status_keeps_a_document(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var status in InvoiceStatuses.All)
        {
            var invoice = await fpy.InvoiceAsync(status);

            (await db.UploadAsync(fpy.Finance, invoice, "contract.pdf", input: new() { Description = " Signed ", ForCustomer = true })).Ok
                .Should().BeTrue("{0}", status);

            var row = (await db.Get<ListAttachments>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value
                .Should().ContainSingle().Subject;
            row.Should().BeEquivalentTo(new
            {
                FileName = "contract.pdf",
                Description = "Signed",
                ForCustomer = true,
                Type = AttachmentType.Supporting,
                Deducts = false,
                UploadedBy = "Fina Finance"
            });
            (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Status = status, invoice.Version, invoice.Outstanding });
        }

        (await db.HistoryAsync(fpy)).Should().HaveCount(7).And.OnlyContain(h => h == "Document contract.pdf uploaded");
    }

    [Theory]
    [InlineData("scan.pdf", "no PDF at all", "document-file.not-allowed")]
    [InlineData("page.html", "<script>alert(1)</script>", "document-file.not-allowed")]
    [InlineData("scan.pdf", "", "document-file.missing")]
    [InlineData("half.pdf", "%PDF-1.4 and then the line broke", "document-file.not-allowed")]
    [InlineData("page.html", "%PDF-1.4\n%%EOF", "document-file.name")]
    [InlineData("scan.png", "%PDF-1.4\n%%EOF", "document-file.name")]
    [InlineData(".pdf", "%PDF-1.4\n%%EOF", "document-file.name")]
    public async Task What_is_no_JPG_PNG_or_PDF_by_content_and_name_is_refused(string name, string content, string code)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        var answer = await db.UploadAsync(fpy.Finance, invoice, name, System.Text.Encoding.ASCII.GetBytes(content));

        answer.Refusals.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = code, Field = "File" });
        (await db.ReadAsync(d => d.Set<FileContent>().CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task Two_megabytes_are_taken_and_a_byte_more_is_not()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        byte[] Sized(int size) => [.. SampleFiles.Pdf(new string('x', size - SampleFiles.Pdf("").Length))];

        (await db.UploadAsync(fpy.Finance, invoice, bytes: Sized(2 * 1024 * 1024))).Ok.Should().BeTrue();
        (await db.UploadAsync(fpy.Finance, invoice, bytes: Sized(2 * 1024 * 1024 + 1))).Refusal!.Code
            .Should().Be("document-file.too-large");
    }

    [Theory]
    [InlineData(@"C:\Users\Fina\slip.pdf", "slip.pdf")]
    [InlineData("../../etc/slip.pdf", "slip.pdf")]
    [InlineData(" sl\nip.pdf ", "sl ip.pdf")]
    public async Task A_name_never_is_a_path(string name, string kept)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        await db.UploadAsync(fpy.Finance, await fpy.InvoiceAsync(), name);

        (await db.DocumentsAsync()).Single().FileName.Should().Be(kept);
    }

    [Fact]
    public async Task A_name_and_a_description_have_an_end()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        var answer = await db.UploadAsync(
            fpy.Finance, invoice, new string('a', 197) + ".pdf", input: new() { Description = new string('d', 301) });

        answer.Refusals.Select(r => r.Code).Should().Equal("document-file.name", "document-file.description");
        (await db.UploadAsync(fpy.Finance, invoice, new string('a', 196) + ".pdf", input: new() { Description = new string('d', 300) })).Ok
            .Should().BeTrue();
    }

    [Fact]
    public async Task A_viewer_uploads_nothing_and_an_unknown_invoice_keeps_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var invoice = await fpy.InvoiceAsync();

        (await db.UploadAsync(fpy.Viewer, invoice)).Refusal!.Code.Should().Be("not-allowed");
        (await db.UploadAsync(other.Admin, invoice)).Refusal!.Code.Should().Be("invoice.not-found");
        (await db.DocumentsAsync()).Should().BeEmpty();
    }
}
