using System.Text;
using System.Text.Json;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Security;

/// <summary>
/// Every secret of a merchant's first day, and nowhere in the log or in the database a single one. Left out is what must be there
/// (docs/rules.md 20): the set-up link that a start without any user logs, and the address of a bill's page.
/// </summary>
public sealed class SecretsTests : IAsyncLifetime
{
    private const string Email = "ada@toko.example";
    private const string Invited = "fajar@toko.example";
    private const string Transaction = "1233989228221148";

    private static readonly Actor Ada = new(1, null, "Ada", Role.Admin);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-secrets-");
    private readonly CapturedLog log = new();
    private readonly TestMailServer mails = new();
    private readonly Dictionary<string, string> secrets = new()
    {
        ["password"] = "Correct-Horse-Battery-7",
        ["invited user's password"] = "Another-Staple-Battery-8",
        ["wrong password"] = "Wrong-Donkey-Battery-9",
        ["mail server's password"] = TestMailServer.Password,
    };

    private MerchantServer merchant = null!;
    private TestWeb web = null!;

    public async Task InitializeAsync()
    {
        merchant = await MerchantServer.StartAsync();
        web = new TestWeb(
            new(mails.Settings.Concat(MerchantServer.Settings))
            {
                ["Callbacks:TimeoutSeconds"] = "30",
                ["DataProtection:KeyFile"] = Path.Combine(folder.FullName, "faspay.key"),
            },
            log: log);
    }

    public async Task DisposeAsync()
    {
        await web.DisposeAsync();
        await merchant.DisposeAsync();
        await mails.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task No_secret_of_a_day_is_in_the_log_or_in_the_database()
    {
        await SetUpAsync();
        await InviteAsync();
        await CallApisAsync();
        await BePaidAsync();

        var database = web.Get<DatabaseSettings>().Path;
        var stored = await BytesAsync(database, $"{database}-wal");
        await CheckpointAsync(database);
        var kept = await BytesAsync(database);

        secrets.Should().HaveCount(13).And.NotContainValue("");
        FoundIn(stored).Should().BeEmpty();
        FoundIn(kept).Should().BeEmpty();
        FoundIn(Encoding.UTF8.GetBytes(log.Text)).Should().BeEmpty();

        // A search that found nothing at all would find no secret.
        Holds(kept, Email).Should().BeTrue();
        Holds(kept, "encryptedByKeyFile").Should().BeTrue();
        Holds(kept, "<masterKey").Should().BeFalse("with it whoever reads the database opens all that is encrypted in it");
        log.Text.Should().MatchRegex(@"Mail \d+ was sent").And.MatchRegex(@"Callback \d+ was delivered");
    }

    private async Task SetUpAsync()
    {
        using var ada = new HttpVisitor(web);
        using var stranger = new HttpVisitor(web);
        var link = await web.Get<OfferSetup>().HandleAsync(default);
        secrets["set-up link"] = SecretOf(link);
        using var made = await ada.SendAsync(
            $"/account/set-up?link={SecretOf(link)}", ("MerchantName", "Toko Ada"), ("Code", "ADA"), ("YourName", "Ada"), ("Email", Email),
            ("Password", secrets["password"]), ("Repeated", secrets["password"]));
        using var wrong = await stranger.SignInAsync(Email, secrets["wrong password"]);
        using var right = await stranger.SignInAsync(Email, secrets["password"]);

        made.LeadsTo().Should().Be("/");
        (await wrong.AlertAsync()).Should().NotBeNull();
        right.LeadsTo().Should().Be("/");
        secrets["session"] = CookieOf(right);
    }

    private async Task InviteAsync()
    {
        using var fajar = new HttpVisitor(web);
        var link = (await web.Get<InviteUser>().HandleAsync(Ada, new InviteRequest(Invited, "Fajar", Role.Finance), default)).Value;
        secrets["invitation"] = SecretOf(link);
        await UntilAsync(() => mails.Received.Any(m => m.To == Invited) && log.Text.Contains("was sent", StringComparison.Ordinal));
        mails.Received.Single(m => m.To == Invited).Text.Should().Contain(link);

        using var accepted = await fajar.SendAsync(
            $"/account/invitation?link={SecretOf(link)}", ("YourName", "Fajar"), ("Password", secrets["invited user's password"]),
            ("Repeated", secrets["invited user's password"]));
        accepted.LeadsTo().Should().Be("/");
        secrets["invited user's session"] = CookieOf(accepted);
    }

    private async Task CallApisAsync()
    {
        using var system = new HttpVisitor(web);
        var credential = (await web.Get<MakeBillingCredential>().HandleAsync(Ada, default)).Value;
        var client = (await web.Get<MakeApiClient>().HandleAsync(Ada, "ERP", default)).Value;
        var signature = BillingSignature.Of(credential.Username, credential.Password);
        secrets["API password"] = credential.Password;
        secrets["API signature"] = signature;
        secrets["client secret"] = client.Secret;

        using var listed = await system.GetAsync(
            $"/billingbackendapi/web/billing/get-all-billing?signature={signature}&page=1"
                + "&start_period=2026-11-01&end_period=2026-11-30&status=0");
        using var token = await system.PostAsync(
            "/connect/token", ("client_id", client.ClientId), ("client_secret", client.Secret), ("grant_type", "client_credentials"),
            ("scope", "InvoicingAPI"));

        (await listed.Content.ReadAsStringAsync()).Should().NotContain("signature", "it was the right one");
        secrets["token"] = JsonDocument.Parse(await token.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;

        var bill = await web.Get<CreateBill>().HandleAsync(
            new SignedBill(1, Transaction, BillingSignature.Of(credential.Username, credential.Password, Transaction)),
            GivenSystem.Request,
            default);
        bill.Ok.Should().BeTrue();
    }

    private async Task BePaidAsync()
    {
        (await web.Get<SaveCallbackUrl>().HandleAsync(Ada, merchant.Url, version: 0, default)).Ok.Should().BeTrue();
        await using var db = await web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        var number = await db.Set<Invoice>().Select(i => i.Number).SingleAsync();
        var today = JakartaCalendar.DayOf(web.Get<TimeProvider>().Now());

        (await web.Get<RecordPayment>().HandleAsync(Ada, number, new PaymentInput(10_000m, today, "Virtual account"), default)).Ok
            .Should().BeTrue();

        await UntilAsync(() => merchant.Received.Count > 0 && log.Text.Contains("was delivered", StringComparison.Ordinal));
        secrets["callback's signature"] = merchant.Received[0]["signature"];
    }

    private List<string> FoundIn(byte[] bytes) => [.. secrets.Where(s => Holds(bytes, s.Value)).Select(s => s.Key)];

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static string SecretOf(string link) => link.Split("link=")[1];

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Select(c => c[(c.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0])
            .MaxBy(value => value.Length)!;

    private static async Task<byte[]> BytesAsync(params string[] files)
    {
        using var all = new MemoryStream();
        foreach (var file in files.Where(File.Exists))
        {
            await using var part = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await part.CopyToAsync(all);
        }

        return all.ToArray();
    }

    private static async Task CheckpointAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!done())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
