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
        if (await write.Queries.Of(Find)(write.Db, write.Actor.MerchantId, key.Number) is not { } found)
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        write.About = found.Invoice.Id;
        return key.WhyNot(write.Actor, found.Invoice.Version) is { } no ? no : new LockedInvoice(
            found.Invoice, found.Invoice.Facts(found.HasFile, found.Referenced), write.Settings(found.Settings));
    }

    /// <summary>Why the action is not possible now; null when it is.</summary>
    public Refusal? WhyNot(InvoiceAction action, DateTime now) => InvoiceActions.WhyNot(action, Facts, Settings.EFakturModule, now);

    /// <summary>An invoice that was found and locked another way, with its facts.</summary>
    public static async Task<LockedInvoice> OfAsync(WriteContext write, Invoice invoice)
    {
        var hasFile = await write.Db.Set<TaxFile>().HoldingAsync(invoice, write.Stop);
        var referenced = await write.Db.Set<Invoice>().ActiveNotes(invoice.Id).AnyAsync(write.Stop);
        return new LockedInvoice(invoice, invoice.Facts(hasFile, referenced), await write.SettingsAsync());
    }

    // One command for all that is asked of one invoice.
    private static Func<BillingDb, long, string, Task<Found?>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, string number) =>
            (from i in db.Set<Invoice>()
             where i.MerchantId == merchant && i.Number == number
             join s in db.Set<BillingSettings>() on i.MerchantId equals s.MerchantId into settings
             from s in settings.DefaultIfEmpty()
             select new Found(
                 i,
                 s,
                 i.TaxNumber != null
                    && db.Set<TaxFile>().Any(f => f.InvoiceId == i.Id && (f.TaxNumber == i.TaxNumber || f.CoretaxNumber != null)),
                 db.Set<Invoice>().Where(InvoiceQueries.Stands).Any(n => n.RefersToId == i.Id)))
            .SingleOrDefault());

    private sealed record Found(Invoice Invoice, BillingSettings? Settings, bool HasFile, bool Referenced);
}
