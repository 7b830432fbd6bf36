using Bunit;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

/// <summary>Upload E-Faktur, from the page that opens it.</summary>
public sealed class UploadTests : PageTest
{
    private const string Digits = "0002612345601";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Fpy.InvoiceAsync(taxNumber: Digits, number: "INV-FPY-112600001");
    }

    [Fact]
    public void An_upload_tells_of_each_file_and_the_page_shows_what_was_stored()
    {
        var page = Choosing(Zip.Of((Zip.Name(Digits), Zip.Pdf()), ("readme.txt", [1])).ToArray());

        page.ByRole("button", "Upload").Click();

        page.WaitForAssertion(() => page.ByTestId("upload-sum").TextContent.Should().Be("1 file stored, 1 file refused."));
        page.AllByRole("listitem").Where(l => l.Closest(".results") is not null).Select(l => Tidy(l.TextContent)).Should().Equal(
            "Refused readme.txt The file name must end in .pdf.", $"Stored {Zip.Name(Digits)} with INV-FPY-112600001");
        page.ByRole("button", "OK").Click();
        page.WaitForAssertion(() => page.AllByRole("row")[1].TextContent.Should().Contain("000-26.12345601"));
        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
    }

    [Fact]
    public void An_older_file_is_said_to_be_kept_behind_and_what_the_system_added_is_not_mentioned()
    {
        var page = Choosing(Zip.Of((Zip.Name(Digits, code: "011"), Zip.Pdf("new"))).ToArray());
        page.ByRole("button", "Upload").Click();
        page.WaitForAssertion(() => page.ByTestId("upload-sum").TextContent.Should().Be("1 file stored."));
        page.ByRole("button", "OK").Click();
        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());

        page = Choosing(Zip.Of((Zip.Name(Digits), Zip.Pdf("old")), ("__MACOSX/._x.pdf", [1]), ("a/.DS_Store", [1])).ToArray());
        page.ByRole("button", "Upload").Click();

        page.WaitForAssertion(() => page.ByTestId("upload-sum").TextContent.Should().Be("1 file kept behind."));
        page.Markup.Should().Contain($"Older than {Zip.Name(Digits, code: "011")}, which stays the current file of INV-FPY-112600001");
    }

    [Fact]
    public void A_refused_zip_keeps_the_dialog_and_marks_the_field()
    {
        var page = Choosing("no zip at all"u8.ToArray());

        page.ByRole("button", "Upload").Click();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("This is not a zip"));
        page.ByLabel("Zip of PDFs").GetAttribute("aria-invalid").Should().Be("true");
        page.ByTestId("upload").TextContent.Should().Contain("files.zip");
    }

    [Fact]
    public void A_zip_that_is_too_large_is_refused_without_being_sent()
    {
        var page = Choosing();
        Choose(page, new OddFile("huge.zip", TaxFileLimits.Archive + 1));

        page.ByRole("button", "Upload").Click();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("At most 100 MB"));
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidOperationException))]
    public void A_file_that_cannot_be_read_any_more_is_asked_for_again(Type gone)
    {
        var page = Choosing();
        Choose(page, new OddFile("gone.zip", 1_000, gone));

        page.ByRole("button", "Upload").Click();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("could not be read"));
    }

    [Fact]
    public void Without_a_file_nothing_can_be_uploaded_and_Cancel_closes()
    {
        var page = Choosing();

        page.ByRole("button", "Upload").HasAttribute("disabled").Should().BeTrue();
        page.ByRole("button", "Cancel").Click();

        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
    }

    [Fact]
    public async Task No_temporary_file_stays()
    {
        var before = Temporary();
        var page = Choosing(Zip.Of((Zip.Name(Digits), Zip.Pdf())).ToArray());

        page.ByRole("button", "Upload").Click();
        page.WaitForAssertion(() => page.ByTestId("upload-sum").TextContent.Should().Contain("1 file stored"));

        Temporary().Should().BeSubsetOf(before);
        (await Db.ReadAsync(d => d.Set<TaxFile>().CountAsync())).Should().Be(1);
    }

    private static HashSet<string> Temporary() =>
    [
        .. Directory.GetFiles(Path.GetTempPath()).Where(f => Path.GetFileName(f).Length == 12 && new FileInfo(f).Length > 0)
    ];

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Choose(IRenderedComponent<Screen> page, IBrowserFile file)
    {
        var input = page.FindComponent<InputFile>();
        input.InvokeAsync(() => input.Instance.OnChange.InvokeAsync(new InputFileChangeEventArgs([file]))).GetAwaiter().GetResult();
        page.WaitForAssertion(() => page.ByTestId("upload").TextContent.Should().Contain(file.Name));
    }

    private IRenderedComponent<Screen> Choosing(byte[]? zip = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/e-faktur/files");
        var page = Show<TaxFiles>();
        page.WaitForAssertion(() => page.ByRole("button", "Upload E-Faktur").Click());
        page.WaitForAssertion(() => page.ByLabel("Zip of PDFs"));
        if (zip is not null)
        {
            page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(zip, "files.zip"));
            page.WaitForAssertion(() => page.ByRole("button", "Upload").HasAttribute("disabled").Should().BeFalse());
        }

        return page;
    }

    /// <summary>A file of any size whose content is gone.</summary>
    private sealed class OddFile(string name, long size, Type? gone = null) : IBrowserFile
    {
        public string Name => name;

        public DateTimeOffset LastModified => default;

        public long Size => size;

        public string ContentType => "application/zip";

        public Stream OpenReadStream(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
            throw (Exception)Activator.CreateInstance(gone!)!;
    }
}
