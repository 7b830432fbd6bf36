using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed partial class UploadTaxFilesTests : IAsyncLifetime
{
    private const string Digits = "0002612345601";
    private TestDb db = null!;
    private GivenMerchant fpy = null!;
    private Invoice invoice = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync("FPY", Zip.Merchant);
        invoice = await fpy.InvoiceAsync(taxNumber: Digits);
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Fact]
    public async Task A_good_file_is_stored_with_the_invoice_that_holds_its_number()
    {
        var line = await OneAsync(Zip.Name(Digits), Zip.Pdf());

        line.Should().Be(new TaxFileResult(Zip.Name(Digits), TaxFileResultState.Stored, invoice.Number, null));
        var file = (await FilesAsync()).Should().ContainSingle().Subject;
        file.Should().BeEquivalentTo(new
        {
            InvoiceId = invoice.Id,
            invoice.TaxNumber,
            FileName = Zip.Name(Digits),
            Status = TaxFileStatus.Normal,
            EmailStatus = TaxFileEmailStatus.ReadyToSend,
            UploadedBy = "Fina Finance",
            ReplacedAt = (DateTime?)null
        });
        (await BytesAsync(file)).Should().Equal(Zip.Pdf());
        (await db.ReadAsync(d => d.Set<HistoryEntry>()
            .Where(h => h.SubjectId == invoice.Id && h.Subject == HistorySubject.Invoice)
            .Select(h => h.What())
            .ToListAsync()))
            .Should().Contain($"E-Faktur file {Zip.Name(Digits)} uploaded");
    }

    [Fact]
    public async Task An_NPWP_of_15_and_of_16_digits_is_the_same() =>
        (await OneAsync(Zip.Name(Digits, merchant: "0" + Zip.Merchant, customer: "0" + Zip.Customer), Zip.Pdf())).State
            .Should().Be(TaxFileResultState.Stored);

    [Theory]
    [InlineData("readme.txt")]
    [InlineData("inner.zip")]
    [InlineData("../../x.pdf")]
    [InlineData("../../022732101075000-0100002612345601-026015362054000-20261116090000.pdf")]
    [InlineData("..\\022732101075000-0100002612345601-026015362054000-20261116090000.pdf")]
    [InlineData("/etc/022732101075000-0100002612345601-026015362054000-20261116090000.pdf")]
    [InlineData("C:\\022732101075000-0100002612345601-026015362054000-20261116090000.pdf")]
    [InlineData("022732101075000-0100002612345601-026015362054000-20261116090000.pdf.exe")]
    public async Task A_name_that_is_not_the_documented_one_is_refused(string name)
    {
        (await OneAsync(name, Zip.Pdf())).Refusal!.Code.Should().Be("file.bad-name");
        (await FilesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_or_misleading_name_is_shown_short_and_plain()
    {
        var (longest, turned) = (new string('a', 300) + ".pdf", "faktur\u202Efdp.exe\n.pdf");

        (await OneAsync(longest, Zip.Pdf())).Name.Should().HaveLength(120).And.EndWith("…");
        (await OneAsync(turned, Zip.Pdf())).Name.Should().Be("faktur?fdp.exe?.pdf");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("%PDF-1.4 without an end")]
    [InlineData("%%EOF")]
    [InlineData("PK\u0003\u0004 another zip")]
    public async Task A_content_that_is_no_PDF_is_refused(string content) =>
        (await OneAsync(Zip.Name(Digits), System.Text.Encoding.Latin1.GetBytes(content))).Refusal!.Code.Should().Be("file.not-pdf");

    [Fact]
    public async Task A_PDF_above_2_MB_is_refused_and_one_of_exactly_2_MB_is_not()
    {
        var other = await fpy.InvoiceAsync(taxNumber: "0002612345602");

        (await OneAsync(Zip.Name(Digits), Padded(TaxFileLimits.Pdf + 1))).Refusal!.Code.Should().Be("file.too-large");
        (await OneAsync(Zip.Name("0002612345602"), Padded(TaxFileLimits.Pdf))).InvoiceNumber.Should().Be(other.Number);
    }

    [Fact]
    public async Task A_number_that_no_invoice_holds_is_unknown()
    {
        (await OneAsync(Zip.Name("0002612345699"), Zip.Pdf())).Refusal!.Code.Should().Be("file.unknown-number");
    }

    [Fact]
    public async Task Another_merchants_file_and_number_are_not_ours()
    {
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        await other.InvoiceAsync(taxNumber: "9002612345601");

        (await OneAsync(Zip.Name("9002612345601", merchant: "013825647609000"), Zip.Pdf())).Refusal!.Code
            .Should().Be("file.other-merchant");
        (await OneAsync(Zip.Name("9002612345601"), Zip.Pdf())).Refusal!.Code.Should().Be("file.unknown-number");
        (await FilesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_customers_NPWP_must_be_the_invoices()
    {
        await fpy.InvoiceAsync(taxNumber: "0002612345602", also: i => i.With((nameof(Invoice.CustomerNpwp), "")));

        (await OneAsync(Zip.Name(Digits, customer: "026015362054001"), Zip.Pdf())).Refusal!.Code.Should().Be("file.customer-mismatch");
        (await OneAsync(Zip.Name("0002612345602"), Zip.Pdf())).Refusal!.Code.Should().Be("file.customer-mismatch");
    }

    [Fact]
    public async Task Good_files_are_stored_even_if_others_are_refused()
    {
        var second = await fpy.InvoiceAsync(taxNumber: "0002612345602");

        var lines = (await UploadAsync(Zip.Of(
            ("notes.txt", [1]),
            ($"Maret/PT A/{Zip.Name("0002612345602")}", Zip.Pdf()),
            (Zip.Name("0002612345699"), Zip.Pdf()),
            (Zip.Name(Digits), Zip.Pdf())))).Value;

        lines.Select(l => l.Refusal?.Code ?? l.InvoiceNumber)
            .Should().Equal("file.bad-name", second.Number, "file.unknown-number", invoice.Number);
        (await FilesAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_viewer_may_not_upload_and_the_attempt_is_in_the_history()
    {
        var refused = await UploadAsync(Zip.Of((Zip.Name(Digits), Zip.Pdf())), fpy.Viewer);

        refused.Refusal!.Code.Should().Be("not-allowed");
        (await db.ReadAsync(d => d.Set<HistoryEntry>().SingleAsync(h => h.RefusalCode == "not-allowed"))).Who.Should().Be("Vera Viewer");
        (await FilesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_the_module_nothing_is_stored()
    {
        var off = await db.Given.MerchantAsync("OFF", Zip.Merchant, s => s.EFakturModule = false);
        await off.InvoiceAsync(taxNumber: "0002612345677");

        (await UploadAsync(Zip.Of((Zip.Name("0002612345677"), Zip.Pdf())), off.Finance)).Refusal!.Code.Should().Be("module.off");
    }

    [Fact]
    public async Task Progress_is_told_up_to_the_end()
    {
        var told = new Told();

        await db.Get<UploadTaxFiles>()
            .HandleAsync(fpy.Finance, Zip.Of((Zip.Name(Digits), Zip.Pdf()), ("x.txt", [1])), told, CancellationToken.None);

        told.Shares.Should().Equal(0.5, 1.0);
    }

    [Fact]
    public async Task A_lock_in_the_middle_ends_the_upload_and_no_further_file_is_read()
    {
        var who = await db.SignedInAsync(await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance));
        var told = new Told(() => db.Get<LockUser>().HandleAsync(fpy.Admin, who.UserId!.Value, default).GetAwaiter().GetResult());
        var zip = Zip.Of((Zip.Name(Digits), Zip.Pdf()), (Zip.Name("0002612345698"), Zip.Pdf()), (Zip.Name("0002612345699"), Zip.Pdf()));

        var refused = await db.Get<UploadTaxFiles>().HandleAsync(who, zip, told, CancellationToken.None);

        refused.Refusal!.Code.Should().Be("session.ended");
        told.Shares.Should().ContainSingle("the second file was asked for, and the third not");
        (await db.ReadAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.RefusalCode == "session.ended"))).Should().Be(1);
        (await FilesAsync()).Should().ContainSingle("what was stored before the lock stays");
    }

    private static byte[] Padded(long size)
    {
        var end = "\n%%EOF\n"u8;
        var bytes = new byte[size];
        "%PDF-1.4\n"u8.CopyTo(bytes);
        end.CopyTo(bytes.AsSpan((int)size - end.Length));
        return bytes;
    }

    private async Task<TaxFileResult> OneAsync(string name, byte[] content) => (await UploadAsync(Zip.Of((name, content)))).Value.Single();

    private Task<Outcome<IReadOnlyList<TaxFileResult>>> UploadAsync(Stream zip, Actor? actor = null) =>
        db.Get<UploadTaxFiles>().HandleAsync(actor ?? fpy.Finance, zip, null, CancellationToken.None);

    private Task<List<TaxFile>> FilesAsync() => db.ReadAsync(d => d.Set<TaxFile>().OrderBy(f => f.Id).ToListAsync());

    private Task<byte[]> BytesAsync(TaxFile file) =>
        db.ReadAsync(d => d.Set<FileContent>().Where(c => c.Id == file.ContentId).Select(c => c.Bytes).SingleAsync());

    private sealed class Told(Action? first = null) : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value)
        {
            Shares.Add(value);
            if (Shares.Count == 1)
            {
                first?.Invoke();
            }
        }
    }
}
