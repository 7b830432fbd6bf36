using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Faults;

/// <summary>The program in a process of its own over a SQLite database, and a merchant whose system makes bills there.</summary>
internal sealed class FaultGround : IAsyncDisposable
{
    // So that temporary files of others are not taken for the program's.
    private const string Temporary = "temporary";

    private const string Api = "/billingbackendapi/web/api/";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-fault-");
    private readonly Dictionary<string, string> settings;
    private readonly string[] starter;
    private readonly HttpClient http;
    private GivenSystem system = null!;

    private FaultGround(IReadOnlyDictionary<string, string?> extra, string[] starter)
    {
        this.starter = starter;
        settings = new(StringComparer.Ordinal)
        {
            ["Database:Path"] = Database,
            ["Database:Create"] = "true",
            ["DataProtection:KeyFile"] = Path.Combine(Folder, "faspay.key"),
            ["Mail:Folder"] = Mails,
            ["TMPDIR"] = Path.Combine(Folder, Temporary),

            // Another account may not look into the home of the one that runs the tests.
            ["HOME"] = Folder,
        };
        foreach (var (key, value) in extra)
        {
            if (value is not null)
            {
                settings[key] = value;
            }
        }

        Directory.CreateDirectory(settings["TMPDIR"]);
        Program = new NodeProcess(Folder, settings, starter: starter);
        http = new HttpClient { BaseAddress = new Uri(Program.Address), Timeout = TimeSpan.FromSeconds(30) };

        // One that was kept would belong to a program that has ended meanwhile.
        http.DefaultRequestHeaders.ConnectionClose = true;
    }

    public NodeProcess Program { get; }

    public string Folder => folder.FullName;

    public string Database => Path.Combine(Folder, "faspay.db");

    /// <summary>Where mails go without a mail server.</summary>
    public string Mails => Path.Combine(Folder, "mail");

    public TestDb Db { get; private set; } = null!;

    public GivenMerchant Merchant { get; private set; } = null!;

    /// <summary>What the program left in its folder for temporary files.</summary>
    public IEnumerable<string> Leftovers => LeftIn(settings["TMPDIR"]);

    /// <summary>Starts the program over a database that it makes.</summary>
    /// <param name="extra">More settings; null leaves one out.</param>
    /// <param name="starter">The words before the program's own; another account's get the folder.</param>
    public static async Task<FaultGround> MakeAsync(IReadOnlyDictionary<string, string?>? extra = null, string[]? starter = null)
    {
        var ground = new FaultGround(extra ?? new Dictionary<string, string?>(), starter ?? Starters.Limited);
        try
        {
            if (starter == Starters.LimitedNobody)
            {
                await Tool.RunAsync("chown", "-R", Starters.Nobody, ground.Folder);
            }

            await ground.Program.StartAsync();
            ground.Db = ground.Open();
            ground.Merchant = await ground.Db.ExporterAsync(channel: TaxChannel.Desktop);
            ground.system = await ground.Db.SystemAsync(ground.Merchant);
            return ground;
        }
        catch
        {
            await ground.DisposeAsync();
            throw;
        }
    }

    /// <summary>The files of a folder for temporary ones; what .NET itself keeps there is left out.</summary>
    public static IEnumerable<string> LeftIn(string temporary) =>
        Directory.EnumerateFiles(temporary, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).StartsWith("dotnet-diagnostic-", StringComparison.Ordinal)
                && !Path.GetFileName(f).StartsWith("clr-debug-pipe-", StringComparison.Ordinal));

    /// <summary>No file of the program may grow any more: what a full disk says to it.</summary>
    public Task FillDiskAsync() => LimitFilesAsync("1");

    public Task FreeDiskAsync() => LimitFilesAsync("unlimited");

    /// <summary>Asks for a bill, which is mailed.</summary>
    public Task<ApiReply> CreateAsync(string transaction)
    {
        var call = Signed(transaction);
        call["billing_total"] = "10000";
        call["customer_name"] = "Budi Santoso";
        call["customer_email"] = "budi@pelanggan.example";
        call["customer_phone"] = "087884398009";
        return CallAsync("create", call);
    }

    /// <summary>Only reads.</summary>
    public Task<ApiReply> InquireAsync(string transaction, string bill)
    {
        var call = Signed(transaction);
        call["billing_id"] = bill;
        return CallAsync("inquire", call);
    }

    public Task<int> StoredAsync(string transaction) =>
        Db.ReadAsync(d => d.Set<Invoice>().CountAsync(i => i.TransactionNumber == transaction));

    /// <summary>Those that wait for a later attempt are due; the next commit of the program makes it look.</summary>
    public Task MakeMailsDueAsync()
    {
        var past = Db.Clock.Now();
        return Db.ReadAsync(d => d.Set<OutboxMail>().Where(m => m.State == MailState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextTryAt, past)));
    }

    /// <summary>Waits until all mails have left.</summary>
    public async Task AllMailsLeaveAsync()
    {
        await Until.TrueAsync(
            () => Db.ReadAsync(async d => !await d.Set<OutboxMail>().AnyAsync(m => m.State == MailState.Waiting)), "that all mails left");
        (await Db.MailsAsync()).Should().OnlyContain(m => m.State == MailState.Sent);
    }

    /// <summary>The test itself has the file open no more, until it reads again.</summary>
    public async Task LetGoAsync()
    {
        await Db.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Db = Open();
    }

    /// <summary>The program's own command <c>check</c>.</summary>
    public async Task ShouldBeSoundAsync()
    {
        var (code, told, wrong) = await RunAsync("check");
        code.Should().Be(0, "{0}{1}", told, wrong);
    }

    /// <summary>Runs the program once more, under the same account.</summary>
    public Task<(int Code, string Told, string Wrong)> RunAsync(params string[] arguments) => ProgramRun.RunByAsync(
        starter,
        Folder,
        settings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value),
        [$"--Mail:Folder={Mails}", .. arguments]);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        Program.Dispose();
        if (Db is not null)
        {
            await Db.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private TestDb Open() =>
        TestDb.Open(settings.ToDictionary(s => s.Key, s => (string?)s.Value), new(TimeProvider.System.GetUtcNow()));

    private Task LimitFilesAsync(string size) => Tool.RunAsync(
        "prlimit", "--pid", Program.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={size}:");

    private Dictionary<string, string> Signed(string transaction)
    {
        var signed = system.Sign(transaction);
        return new(StringComparer.Ordinal)
        {
            ["service_id"] = signed.ServiceId.ToString(CultureInfo.InvariantCulture),
            ["transaction_number"] = transaction,
            ["signature"] = BillingSignature.Of(system.Username, system.Password, transaction),
        };
    }

    private async Task<ApiReply> CallAsync(string what, Dictionary<string, string> call)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(new Uri(Api + what, UriKind.Relative), content);
        return await ApiReply.OfAsync(answer);
    }
}
