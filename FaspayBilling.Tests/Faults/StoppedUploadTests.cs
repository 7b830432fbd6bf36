using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Tests.EndToEnd;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.Faults;

/// <summary>The program is told to end while something is on its way to it.</summary>
public sealed class StoppedUploadTests
{
    private const string Documented = "INV-FPY-032300400";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    // From the moment it is told to, the browser sends some pieces of a file and holds the others back.
    private const string HoldsBack = """
        const send = WebSocket.prototype.send;
        let pieces = 0;
        WebSocket.prototype.send = function (data) {
            if (window.holdsBack && (data.byteLength ?? data.length) > 10000 && ++pieces > 3) {
                window.heldBack = true;
                return;
            }
            send.call(this, data);
        };
        """;

    [LinuxFact]
    public async Task Amid_the_body_of_a_call_it_ends_in_time_and_nothing_of_it_is_stored()
    {
        await using var ground = await FaultGround.MakeAsync();
        (await ground.CreateAsync("1001")).ShouldBeDone();
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, ground.Program.Port);
        var half = """
            POST /billingbackendapi/web/api/create HTTP/1.1
            Host: 127.0.0.1
            Content-Type: application/json
            Content-Length: 5000

            {"service_id":"1","transaction_number":"1002",
            """.ReplaceLineEndings("\r\n");
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half));

        // Until the program waits for the other half.
        await Task.Delay(500);
        await ShouldEndInTimeAsync(ground.Program);

        ground.Leftovers.Should().BeEmpty();
        (await ground.StoredAsync("1002")).Should().Be(0);
        await ground.ShouldBeSoundAsync();
        await ground.Program.StartAsync();
        (await ground.CreateAsync("1002")).ShouldBeDone();
    }

    [ChromiumFact]
    public async Task Amid_the_upload_of_E_Faktur_files_and_of_a_document_it_ends_in_time_and_neither_is_stored()
    {
        var folder = Directory.CreateTempSubdirectory("faspay-upload-");
        var temporary = folder.CreateSubdirectory("temporary").FullName;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database:Path"] = Path.Combine(folder.FullName, "faspay.db"),
            ["DataProtection:KeyFile"] = Path.Combine(folder.FullName, "faspay.key"),
            ["TMPDIR"] = temporary,
        };
        try
        {
            using var program = new NodeProcess(folder.FullName, settings, "Development");
            await program.StartAsync();
            await using var db = TestDb.Open(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
            var before = await FilesAsync(db);
            await using var guest = await Guest.ComeAsync(program.Address, "finance@fpy.example");
            await guest.Page.Context.AddInitScriptAsync(HoldsBack);
            var other = guest.In(await guest.Page.Context.NewPageAsync());

            await UploadZipAsync(guest);
            await UploadDocumentAsync(other);
            await ShouldEndInTimeAsync(program);

            FaultGround.LeftIn(temporary).Should().BeEmpty();
            (await FilesAsync(db)).Should().Be(before);
            var keys = new Dictionary<string, string> { ["DataProtection__KeyFile"] = settings["DataProtection:KeyFile"] };
            var (code, told, wrong) = await ProgramRun.RunAsync(folder.FullName, keys, "check");
            code.Should().Be(0, "{0}{1}", told, wrong);
            await program.StartAsync();
            (await FilesAsync(db)).Should().Be(before);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task UploadZipAsync(Guest guest)
    {
        await guest.GoAsync("/e-faktur/files", "E-Faktur Files");
        await guest.PressAsync("Upload E-Faktur");
        var noise = new byte[1_000_000];
        new Random(20_261_128).NextBytes(noise);
        await Guest.ChooseFileAsync(
            guest.Page.GetByTestId("upload-file"), "files.zip", "application/zip", Zip.Of(("noise.pdf", noise)).ToArray());
        await Assertions.Expect(guest.Page.GetByText("files.zip")).ToBeVisibleAsync();
        await HeldBackAsync(guest, "Upload");
    }

    private static async Task UploadDocumentAsync(Guest guest)
    {
        await guest.GoAsync($"/billings/{Documented}", Documented);
        await guest.PressAsync("Actions");
        await guest.ChooseAsync("Upload Document");
        var file = new byte[1_000_000];
        "%PDF-1.4"u8.CopyTo(file);
        await Guest.ChooseFileAsync(guest.Page.Locator("[role=dialog] input[type=file]"), "contract.pdf", "application/pdf", file);
        await Assertions.Expect(guest.Page.GetByText("contract.pdf")).ToBeVisibleAsync();
        await HeldBackAsync(guest, "Submit");
    }

    private static async Task HeldBackAsync(Guest guest, string button)
    {
        await guest.Page.EvaluateAsync("window.holdsBack = true");
        await guest.PressAsync(button);
        await guest.Page.WaitForFunctionAsync("() => window.heldBack", null, new() { Timeout = 30_000 });
    }

    private static async Task ShouldEndInTimeAsync(NodeProcess program)
    {
        var begun = Stopwatch.GetTimestamp();
        (await program.StopAsync()).Should().Be(0, "{0}", program.Log);
        Stopwatch.GetElapsedTime(begun).Should().BeLessThan(Longest);
    }

    private static async Task<(int Contents, int Documents, int TaxFiles)> FilesAsync(TestDb db) => (
        await db.ReadAsync(d => d.Set<FileContent>().CountAsync()),
        await db.ReadAsync(d => d.Set<Attachment>().IgnoreQueryFilters().CountAsync()),
        await db.ReadAsync(d => d.Set<TaxFile>().IgnoreQueryFilters().CountAsync()));
}
