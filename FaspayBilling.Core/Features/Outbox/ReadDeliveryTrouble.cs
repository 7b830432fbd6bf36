using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Reads whether some mails or callbacks of the merchant wait after a failure: what Admins see on every page.</summary>
public sealed class ReadDeliveryTrouble(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Nothing is failing for those who are no Admin: they can do nothing about it.</summary>
    public async Task<DeliveryTrouble> HandleAsync(Actor actor, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is not null)
        {
            return DeliveryTrouble.None;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var mails = db.Set<OutboxMail>().Where(m => m.State == MailState.Waiting && m.LastError != null);
        var callbacks = db.Set<CallbackCall>().Where(c => c.State == CallbackState.Waiting && c.LastError != null);
        return await db.Set<Merchant>()
            .Where(m => m.Id == actor.MerchantId)
            .Select(m => new DeliveryTrouble(mails.Any(x => x.MerchantId == m.Id), callbacks.Any(x => x.MerchantId == m.Id)))
            .SingleOrDefaultAsync(stop) ?? DeliveryTrouble.None;
    }
}

/// <summary>Of what at least one was tried in vain and is tried again; the others may well arrive.</summary>
/// <param name="Mail">Mails.</param>
/// <param name="Callbacks">Callbacks.</param>
public sealed record DeliveryTrouble(bool Mail, bool Callbacks)
{
    public static readonly DeliveryTrouble None = new(Mail: false, Callbacks: false);
}
