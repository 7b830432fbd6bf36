using System.Text.Json;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Accounts.Factors;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Tenancy;

/// <summary>Something of everything that a merchant can own.</summary>
internal sealed record TenantFixture(
    GivenMerchant Owner,
    Invoice Unpaid,
    Invoice Draft,
    Invoice Cancelled,
    TaxNumberRange Unused,
    OutboxMail Mail,
    User User,
    Invitation Invitation,
    long FileId,
    ApiClient Client,
    BillingCredential Credential,
    Representation Representation,
    long DocumentId,
    Invoice Part,
    long CallbackId)
{
    /// <summary>A row of Coretax's list that waits for its invoice.</summary>
    public required CoretaxRow CoretaxRow { get; init; }

    /// <summary>A read-in of Coretax's list.</summary>
    public required long ReadingId { get; init; }

    /// <summary>A PDF that waits for its invoice.</summary>
    public required UnmatchedFile Waiting { get; init; }

    /// <summary>A file made for the tax office.</summary>
    public required long ExportId { get; init; }

    /// <summary>The number for which a file was uploaded.</summary>
    public const string FiledDigits = "0002600000002";

    public required long GroupId { get; init; }

    /// <summary>A passkey of its user's, as pages name it.</summary>
    public required string PasskeyId { get; init; }

    /// <summary>In which its user is signed in, and gave the password again.</summary>
    public required long SessionId { get; init; }

    /// <summary>Somebody who says to be its user.</summary>
    public Actor SignedIn(Actor who) => who with { UserId = User.Id, SessionId = SessionId, Role = User.Role };

    public static async Task<TenantFixture> OfAsync(TestDb db, GivenMerchant owner)
    {
        await owner.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var unpaid = await owner.InvoiceAsync();
        var draft = await owner.InvoiceAsync(InvoiceStatus.Draft);
        var cancelled = await owner.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000001");
        var unused = await owner.AvailableNumbersAsync(2026, 5, "001-26.00000001");
        await owner.ThresholdAsync(limit: 1);
        var mail = await owner.MailAsync(MailState.Failed, to: "mail@fpy.example");
        var user = await db.AddAsync(new User
        {
            MerchantId = owner.Id,
            Name = "Fira of FPY",
            Role = Core.Domain.Shared.Role.Finance,
            Email = "fira@fpy.example",
            NormalizedEmail = "FIRA@FPY.EXAMPLE",
            UserName = "fira@fpy.example",
            NormalizedUserName = "FIRA@FPY.EXAMPLE",
            SecurityStamp = "stamp",
        });
        var invitation = await db.AddAsync(new Invitation
        {
            MerchantId = owner.Id,
            Email = "iwan@fpy.example",
            Name = "Iwan of FPY",
            Role = Core.Domain.Shared.Role.Viewer,
            SecretHash = new string('a', 64),
            InvitedBy = "Ada Admin",
            ExpiresAt = db.Clock.GetUtcNow().UtcDateTime.AddDays(2),
        });
        await owner.InvoiceAsync(taxNumber: FiledDigits);
        await db.Get<UploadTaxFiles>().HandleAsync(owner.Finance, Zip.Of((Zip.Name(FiledDigits), Zip.Pdf())), null, default);
        var file = await db.ReadAsync(d => d.Set<TaxFile>().SingleAsync());
        var client = await db.ClientAsync(owner);
        var credential = await db.AddAsync(new BillingCredential
        {
            MerchantId = owner.Id,
            Username = "fpy-estate",
            ProtectedPassword = "protected",
            SignatureHash = new string('b', 64),
            CreatedAt = db.Clock.GetUtcNow().UtcDateTime,
            CreatedBy = "Ada Admin",
        });
        var representation = await db.RepresentAsync(client, owner);
        var document = (await db.Get<UploadAttachment>()
            .HandleAsync(owner.Finance, unpaid.Number, "contract of FPY.pdf", Zip.Pdf(), new(), default)).Value;
        var part = await owner.InvoiceAsync(InvoiceStatus.PartiallyPaid);
        var callback = await db.AddAsync(new CallbackCall
        {
            MerchantId = owner.Id,
            InvoiceId = part.Id,
            PaymentId = part.Payments[0].Id,
            Url = "https://shop.fpy.example/callback",
            Body = "{}",
            State = CallbackState.Failed,
            CreatedAt = db.Clock.GetUtcNow().UtcDateTime,
            NextTryAt = db.Clock.GetUtcNow().UtcDateTime,
        });
        return new(
            owner, unpaid, draft, cancelled, unused, mail, user, invitation, file.Id, client, credential, representation, document, part,
            callback.Id)
        {
            ExportId = await ExportAsync(db, owner, file.ContentId),
            CoretaxRow = await CoretaxRowAsync(db, owner),
            ReadingId = (await db.AddAsync(new CoretaxReading
            {
                MerchantId = owner.Id, FileName = "list of FPY.xlsx", At = db.Clock.GetUtcNow().UtcDateTime, By = "Fina of FPY", Rows = 1,
            })).Id,
            Waiting = await WaitingAsync(db, owner, file.ContentId),
            SessionId = await SessionAsync(db, user),
            PasskeyId = GivenFactors.IdOf(await db.PasskeyAsync(user, "key of FPY")),
            GroupId = (await db.AddAsync(new CustomerGroup { MerchantId = owner.Id, Name = "Friends of FPY" })).Id,
        };
    }

    private static async Task<long> SessionAsync(TestDb db, User user) => (await db.AddAsync(new UserSession
    {
        MerchantId = user.MerchantId,
        UserId = user.Id,
        SecretHash = new string('c', 64),
        MadeAt = db.Clock.Now(),
        SeenAt = db.Clock.Now(),
        EndsAt = db.Clock.Now().AddDays(7),
        ProvedAt = db.Clock.Now(),
        Address = UserData.Office.Address,
        Browser = UserData.Office.Browser,
    })).Id;

    private static Task<CoretaxRow> CoretaxRowAsync(TestDb db, GivenMerchant owner) => db.AddAsync(new CoretaxRow
    {
        MerchantId = owner.Id,
        Number = "04002600000000003",
        Reference = "of FPY",
        Status = CoretaxStatus.Approved,
        Date = new(2026, 11, 16),
        BuyerName = "Buyer of FPY",
        BuyerId = "0026015362054000",
        TaxBase = 1_000_000,
        Vat = 110_000,
        ReadAt = db.Clock.GetUtcNow().UtcDateTime,
    });

    private static Task<UnmatchedFile> WaitingAsync(TestDb db, GivenMerchant owner, long contentId) => db.AddAsync(new UnmatchedFile
    {
        MerchantId = owner.Id,
        FileName = "scan of FPY.pdf",
        Size = 1,
        ContentId = contentId,
        Reason = Message.Of("Nobody knows."),
        UploadedAt = db.Clock.GetUtcNow().UtcDateTime,
        UploadedBy = "Fina of FPY",
    });

    private static async Task<long> ExportAsync(TestDb db, GivenMerchant owner, long contentId) => (await db.AddAsync(new TaxExport
    {
        MerchantId = owner.Id,
        Channel = TaxChannel.Desktop,
        FileName = "e-faktur of FPY.csv",
        ContentId = contentId,
        Invoices = 1,
        At = db.Clock.GetUtcNow().UtcDateTime,
        By = "Fina of FPY",
    })).Id;

    /// <summary>All rows of the owner as text: equal before and after means untouched.</summary>
    public async Task<string> SnapshotAsync(TestDb db)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        return JsonSerializer.Serialize(new object[]
        {
            await context.Set<Merchant>().Where(m => m.Id == Owner.Id).ToListAsync(),
            await context.Set<BillingSettings>().Where(s => s.MerchantId == Owner.Id).ToListAsync(),
            await context.Set<Customer>().Where(c => c.MerchantId == Owner.Id).OrderBy(c => c.Id).ToListAsync(),
            await context.Set<CustomerGroup>().Where(g => g.MerchantId == Owner.Id).OrderBy(g => g.Id).ToListAsync(),
            await context.Set<Threshold>().Where(t => t.MerchantId == Owner.Id).ToListAsync(),
            await context.Set<Invoice>().IgnoreQueryFilters().Where(i => i.MerchantId == Owner.Id).OrderBy(i => i.Id).ToListAsync(),
            await context.Set<TaxNumberRange>().Where(r => r.MerchantId == Owner.Id).OrderBy(r => r.Id).ToListAsync(),
            await context.Set<AvailableRun>().Where(r => r.MerchantId == Owner.Id).OrderBy(r => r.Id).ToListAsync(),
            await context.Set<TaxFile>().Where(f => f.MerchantId == Owner.Id).OrderBy(f => f.Id).ToListAsync(),
            await context.Set<Attachment>().IgnoreQueryFilters().Where(d => d.MerchantId == Owner.Id).OrderBy(d => d.Id).ToListAsync(),
            await context.Set<UnmatchedFile>().Where(f => f.MerchantId == Owner.Id).OrderBy(f => f.Id).ToListAsync(),
            await context.Set<CoretaxRow>().Where(r => r.MerchantId == Owner.Id).OrderBy(r => r.Id).ToListAsync(),
            await context.Set<CoretaxReading>().Where(r => r.MerchantId == Owner.Id).OrderBy(r => r.Id).ToListAsync(),
            await context.Set<TaxExport>().Where(e => e.MerchantId == Owner.Id).OrderBy(e => e.Id).ToListAsync(),
            await context.Set<CallbackCall>().Where(c => c.MerchantId == Owner.Id).OrderBy(c => c.Id).ToListAsync(),
            await context.Set<OutboxMail>().Where(m => m.MerchantId == Owner.Id).OrderBy(m => m.Id).ToListAsync(),
            await context.Set<User>().Where(u => u.MerchantId == Owner.Id).OrderBy(u => u.Id).ToListAsync(),
            await context.Set<UserSession>().Where(s => s.MerchantId == Owner.Id).OrderBy(s => s.Id).ToListAsync(),
            await context.Set<IdentityUserPasskey<long>>().Where(p => p.UserId == User.Id).ToListAsync(),
            await context.Set<Invitation>().Where(i => i.MerchantId == Owner.Id).OrderBy(i => i.Id).ToListAsync(),
            await context.Set<HistoryEntry>().Where(h => h.MerchantId == Owner.Id).OrderBy(h => h.Id).ToListAsync(),
        });
    }
}
