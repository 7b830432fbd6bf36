using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices;

/// <summary>An invoice read under the lock, with all that the policies ask about it.</summary>
internal sealed record LockedInvoice(Invoice Invoice, InvoiceFacts Facts, BillingSettings Settings)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c> (another merchant's looks the same), <c>not-allowed</c>, <c>changed-elsewhere</c>.
    /// </summary>
    public static async Task<Outcome<LockedInvoice>> TakeAsync(WriteContext write, InvoiceKey key)
    {
        if (await write.Db.Set<Invoice>()
            .VisibleTo(write.Actor)
            .SingleOrDefaultAsync(i => i.Number == key.Number, write.Stop) is not { } invoice)
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        write.About = invoice.Id;
        if (write.Actor.WhyNot(Role.Finance) is { } no)
        {
            return no;
        }

        return key.Version is { } version && version != invoice.Version ? Refusals.ChangedElsewhere : await OfAsync(write, invoice);
    }

    /// <summary>Why the action is not possible now; null when it is.</summary>
    public Refusal? WhyNot(InvoiceAction action, DateTime now) => InvoiceActions.WhyNot(action, Facts, Settings.EFakturModule, now);

    /// <summary>An invoice that was found and locked another way, with its facts.</summary>
    public static async Task<LockedInvoice> OfAsync(WriteContext write, Invoice invoice)
    {
        var hasFile = await write.Db.Set<TaxFile>().HoldingAsync(invoice, write.Stop);
        var referenced = await write.Db.Set<Invoice>().ActiveNotes(invoice.Id).AnyAsync(write.Stop);
        return new LockedInvoice(invoice, invoice.Facts(hasFile, referenced), await write.Db.SettingsAsync(write.Actor, write.Stop));
    }
}
