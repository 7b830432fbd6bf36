using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxFiles;
using FaspayBilling.Core.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>An invoice read under the lock, with all that the policies ask about it.</summary>
internal sealed record InvoiceInHand(Invoice Invoice, InvoiceFacts Facts, BillingSettings Settings)
{
    /// <summary>Refuses <c>invoice.not-found</c> (another merchant's looks the same), <c>not-allowed</c>, <c>changed-elsewhere</c>.</summary>
    public static async Task<Outcome<InvoiceInHand>> TakeAsync(Write write, InvoiceKey key)
    {
        if (await write.Db.Set<Invoice>().VisibleTo(write.Actor).SingleOrDefaultAsync(i => i.Number == key.Number, write.Stop) is not { } invoice)
        {
            return Refusals.InvoiceNotFound;
        }

        write.About = invoice.Id;
        if (write.Actor.WhyNot(Role.Finance) is { } no)
        {
            return no;
        }

        return key.Version is { } version && version != invoice.Version ? Refusals.ChangedElsewhere : await WithFactsAsync(write, invoice);
    }

    /// <summary>Why the action is not possible now; null when it is.</summary>
    public Refusal? WhyNot(InvoiceAction action, DateTime now) => InvoiceActions.WhyNot(action, Facts, Settings.EFakturModule, now);

    private static async Task<InvoiceInHand> WithFactsAsync(Write write, Invoice invoice)
    {
        var hasFile = await write.Db.Set<TaxFile>().HoldingAsync(invoice, write.Stop);
        var referenced = await write.Db.Set<Invoice>().ActiveNotes(invoice.Id).AnyAsync(write.Stop);
        return new InvoiceInHand(invoice, invoice.Facts(hasFile, referenced), await write.Db.SettingsAsync(write.Actor, write.Stop));
    }
}
