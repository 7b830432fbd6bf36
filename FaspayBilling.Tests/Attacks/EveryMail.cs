using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Invoices.Mailing;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.BillPage;
using FaspayBilling.Tests.Features.Tenancy;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Attacks;

/// <summary>Has the product write a mail of every kind, with one text wherever somebody's words go into it.</summary>
internal sealed class EveryMail
{
    private const int LongestName = 90;

    private readonly TestDb db;
    private readonly TenantFixture estate;

    private EveryMail(TestDb db, TenantFixture estate) => (this.db, this.estate) = (db, estate);

    private GivenMerchant Fpy => estate.Owner;

    public static async Task<EveryMail> MakeAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        var estate = await TenantFixture.OfAsync(db, fpy);
        await db.DocumentAsync(estate.Unpaid, forCustomer: true);
        return new EveryMail(db, estate);
    }

    /// <summary>The mails with that text, past every rule of a form; those before are gone.</summary>
    public async Task<IReadOnlyList<OutboxMail>> WriteAsync(string text)
    {
        await PutAsync(text);
        var admin = Fpy.Admin with { Name = text };
        var name = $"N {(text.Length > LongestName ? text[..LongestName] : text)}";
        await db.Get<ResendInvoice>().HandleAsync(Fpy.Finance, estate.Unpaid.Number, default);
        await db.Get<SendTaxFiles>().HandleAsync(Fpy.Finance, [estate.FileId], null, default);
        await db.Get<InviteUser>().HandleAsync(admin, new InviteRequest("nina@fpy.example", name, Role.Viewer), default);
        await db.Get<ResetSecondFactor>().HandleAsync(admin, estate.User.Id, default);
        await db.Get<SendReset>().HandleAsync(admin, estate.User.Id, default);
        var version = await db.ReadAsync(d => d.Set<Threshold>().Select(t => t.Version).SingleAsync());
        await db.Get<SaveThreshold>().HandleAsync(Fpy.Admin, "1000", active: true, version, default);
        var written = await db.MailsAsync();
        written.Select(m => m.Kind).Distinct().Should().BeEquivalentTo(Enum.GetValues<MailKind>(), "each kind is written, with {0}", text);
        return written;
    }

    /// <summary>The names of the files that go along with it.</summary>
    public Task<List<string>> FilesAsync(OutboxMail mail) => db.ReadAsync(
        d => d.Set<MailAttachment>().Where(a => a.MailId == mail.Id).OrderBy(a => a.Id).Select(a => a.FileName).ToListAsync());

    private async Task PutAsync(string text)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        await context.Set<MailAttachment>().ExecuteDeleteAsync();
        await context.Set<OutboxMail>().ExecuteDeleteAsync();
        await context.Set<Merchant>().ExecuteUpdateAsync(s => s.SetProperty(m => m.Name, text));
        await context.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.PaymentInstructions, text));
        await context.Set<Customer>().ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, text));
        await context.Set<User>().ExecuteUpdateAsync(s => s
            .SetProperty(u => u.Name, text)
            .SetProperty(u => u.TwoFactorEnabled, true));
        await context.Set<Invoice>().ExecuteUpdateAsync(s => s
            .SetProperty(i => i.CustomerName, text)
            .SetProperty(i => i.Subject, text)
            .SetProperty(i => i.Header, text));
        await context.Set<Attachment>().ExecuteUpdateAsync(s => s.SetProperty(a => a.FileName, $"{text}.pdf"));
        await context.Set<TaxFile>().ExecuteUpdateAsync(s => s.SetProperty(f => f.FileName, $"{text}.pdf"));
    }
}
