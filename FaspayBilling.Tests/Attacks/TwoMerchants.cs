using System.Security.Cryptography;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Attacks;

/// <summary>
/// The running product with a merchant that owns one of everything that has an address, each with <see cref="Marker"/> in its name and
/// its content, and with another merchant that has a bill and nothing else.
/// </summary>
public sealed class TwoMerchants : IAsyncLifetime
{
    public const string Marker = "ZEBRAKOPI";

    /// <summary>The Admin of the one that owns.</summary>
    public const string Owner = "ada@zebra.example";

    /// <summary>The Admin of the other.</summary>
    public const string Admin = "bima@biasa.example";

    public const string Finance = "fani@biasa.example";
    public const string Viewer = "vina@biasa.example";

    private const string Careful = "citra@wajib.example";
    private const string New = "nina@wajib.example";

    // A clock that stands: nothing happens by itself between one look at the database and the next.
    private readonly FakeTimeProvider clock = Given.Clock();
    private readonly List<string> keys = [];
    private int callers;

    public TwoMerchants() => Web = new TestWeb(clock: clock);

    public TestWeb Web { get; }

    /// <summary>Of the owner's bill: whoever has it may see that bill.</summary>
    public string BillKey { get; private set; } = "";

    /// <summary>Of the other's bill.</summary>
    public string OtherBillKey { get; private set; } = "";

    /// <summary>Of the owner's invoice.</summary>
    public string Number { get; private set; } = "";

    /// <summary>All that stands in the database and looks like a key, without what is the other's own.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>All ids that a row can have.</summary>
    public IReadOnlyList<string> Ids { get; private set; } = [];

    /// <summary>
    /// Of a merchant that asks for a second factor: one who has it on and has proved who it is, two who are half signed in.
    /// </summary>
    public IReadOnlyList<HttpVisitor> Steps { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await MerchantAsync($"PT {Marker}", "ZQA", Owner);
        await MerchantAsync("Toko Biasa", "BBB", Admin);
        await MerchantAsync("Toko Wajib", "CCC", Careful);
        Steps = await StepsAsync();
        await Web.UserAsync(2, Finance, Role.Finance);
        await Web.UserAsync(2, Viewer, Role.Viewer);
        var download = await EstateAsync();
        var rows = await Tables.ReadAsync(Web);
        var other = await Web.ReadAsync(db => db.Set<Invoice>().AsNoTracking().SingleAsync(i => i.MerchantId == 2));
        OtherBillKey = other.BillKey!;
        string[] others = [OtherBillKey, other.Number, other.DocumentId ?? ""];
        keys.AddRange(rows.SelectMany(r => r.Cells).Where(IsKey).Append(download.Id).Distinct().Except(others));
        var most = rows.GroupBy(r => r.Table).Max(table => table.Count());
        Ids = [.. Enumerable.Range(1, most + 5).Select(id => FormattableString.Invariant($"{id}"))];
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in Steps)
        {
            visitor.Dispose();
        }

        await Web.DisposeAsync();
    }

    /// <summary>An address of a network that nobody has used: limits count by it.</summary>
    public string Network()
    {
        var number = Interlocked.Increment(ref callers);
        return FormattableString.Invariant($"10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}");
    }

    public HttpVisitor Stranger() => new HttpVisitor(Web).From(Network());

    public async Task<HttpVisitor> SignedInAsync(string email)
    {
        var visitor = Stranger();
        using var answer = await visitor.SignInAsync(email);
        answer.LeadsTo().Should().Be("/");
        return visitor;
    }

    /// <summary>Waits until no mail is under way any more, which would change its row.</summary>
    public async Task QuietAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Web.ReadAsync(db => db.Set<OutboxMail>().AnyAsync(m => m.State == MailState.Waiting, patience.Token)))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static bool IsKey(string text) =>
        text.Length is >= 6 and <= 64
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && !text.Contains(Marker, StringComparison.OrdinalIgnoreCase);

    private async Task MerchantAsync(string name, string code, string email)
    {
        var link = (await Web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await Web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, name, code, $"Admin of {code}", email, DemoAccess.Password), default)).Ok
            .Should().BeTrue();
    }

    private async Task<IReadOnlyList<HttpVisitor>> StepsAsync()
    {
        await Web.UserAsync(3, New, Role.Viewer);
        var careful = await SignedInAsync(Careful);
        await careful.TurnOnAsync();
        await using var db = await Web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        await db.Set<Merchant>()
            .Where(m => m.Id == 3)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SecondFactorRule, SecondFactorRule.Everybody));
        return [careful, await HalfAsync(Careful, "/account/second"), await HalfAsync(New, FactorSteps.SetUp)];
    }

    private async Task<HttpVisitor> HalfAsync(string email, string next)
    {
        var visitor = Stranger();
        using var half = await visitor.SignInAsync(email);
        half.LeadsTo().Should().StartWith(next);
        return visitor;
    }

    private async Task<ReadyDownload> EstateAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var bytes = SampleFiles.Pdf(Marker);
        await using var db = await Web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        var content = db.Add(
            new FileContent { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Bytes = bytes }).Entity;
        var buyer = db.Add(Buyer(1, $"CV {Marker}")).Entity;
        var other = db.Add(Buyer(2, "CV Lain")).Entity;
        await db.SaveChangesAsync();
        var invoice = db.Add(Bill(buyer, "INV-ZQA-112600001", now)).Entity;
        db.Add(Bill(other, "INV-BBB-112600001", now));
        await db.SaveChangesAsync();
        (Number, BillKey) = (invoice.Number, invoice.BillKey!);
        db.AddRange(
            Document(invoice, content, bytes.Length, forCustomer: true),
            Document(invoice, content, bytes.Length, forCustomer: false),
            new TaxFile
            {
                MerchantId = 1, InvoiceId = invoice.Id, CoretaxNumber = "04002600000000001", FileName = $"{Marker} faktur.pdf",
                Size = bytes.Length, ContentId = content.Id, Status = TaxFileStatus.Normal, UploadedAt = now, UploadedBy = "Ada",
            },
            new UnmatchedFile
            {
                MerchantId = 1, FileName = $"{Marker} scan.pdf", Size = bytes.Length, ContentId = content.Id,
                Reason = Message.Of("Nobody knows."), UploadedAt = now, UploadedBy = "Ada",
            },
            new TaxExport
            {
                MerchantId = 1, Channel = TaxChannel.Desktop, FileName = $"{Marker} e-faktur.csv", ContentId = content.Id, Invoices = 1,
                At = now, By = "Ada",
            });
        await db.SaveChangesAsync();

        var made = await Web.Get<DownloadStore>().MakeAsync(
            await Web.SignedInAsync(Owner),
            $"{Marker} list.zip",
            "application/zip",
            async (to, _, stop) =>
            {
                await to.WriteAsync(bytes, stop);
                return Outcome.Done;
            },
            new Progress<double>(),
            default);
        return made.Value;
    }

    private static Customer Buyer(long merchant, string name) => new()
    {
        MerchantId = merchant, Number = 1, Name = name, Email = "buyer@pelanggan.example", Address = "Jl. Melati 1, Jakarta",
    };

    private static Invoice Bill(Customer buyer, string number, DateTime now) =>
        new TestInvoice
        {
            MerchantId = buyer.MerchantId,
            Number = number,
            Subject = buyer.Name,
            Due = now.AddDays(30),
            Taxed = false,
            DocumentId = DocumentId.New(),
            Now = now,
            Lines = [TestInvoice.Line(1_000_000, name: buyer.Name)],
        }
        .For(buyer)
        .In(InvoiceStatus.Unpaid)
        .With((nameof(Invoice.BillKey), PublicLinkKey.New()));

    private static Attachment Document(Invoice invoice, FileContent content, int size, bool forCustomer) => new()
    {
        MerchantId = invoice.MerchantId,
        InvoiceId = invoice.Id,
        Type = AttachmentType.Supporting,
        FileName = $"{Marker} kontrak.pdf",
        ContentType = "application/pdf",
        Size = size,
        ContentId = content.Id,
        ForCustomer = forCustomer,
        UploadedAt = invoice.IssuedAt!.Value,
        UploadedBy = "Ada",
    };
}
