using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices;

/// <summary>Checked invoices, read under the lock together: as many commands for all of them as for one.</summary>
internal sealed class LockedInvoices
{
    private readonly Dictionary<string, LockedInvoice> found;

    private LockedInvoices(Dictionary<string, LockedInvoice> found) => this.found = found;

    /// <summary>Reads those that there are; the caller has asked who may act on them.</summary>
    public static async Task<LockedInvoices> TakeAsync(WriteContext write, IReadOnlyCollection<string> numbers)
    {
        var invoices = await write.Db.Set<Invoice>()
            .VisibleTo(write.Actor)
            .Where(i => numbers.Contains(i.Number))
            .ToListAsync(write.Stop);
        var withFile = await InvoiceQueries.HoldingAsync(write.Db.Set<TaxFile>(), invoices, write.Stop);
        var ids = invoices.ConvertAll(i => (long?)i.Id);
        var referenced = (await write.Db.Set<Invoice>().Where(InvoiceQueries.Stands).Where(n => ids.Contains(n.RefersToId))
            .Select(n => n.RefersToId!.Value).Distinct().ToListAsync(write.Stop)).ToHashSet();
        var settings = await write.SettingsAsync();
        return new(invoices.ToDictionary(
            i => i.Number,
            i => new LockedInvoice(i, i.Facts(withFile.Contains(i.Id), referenced.Contains(i.Id)), settings),
            StringComparer.Ordinal));
    }

    /// <summary>Refuses <c>invoice.not-found</c>; what is written next is about this invoice.</summary>
    public Outcome<LockedInvoice> Find(WriteContext write, string number)
    {
        write.About = null;
        if (!found.TryGetValue(number, out var locked))
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        write.About = locked.Invoice.Id;
        return locked;
    }

    /// <summary>Loads the payments of all of them.</summary>
    public async Task LoadPaymentsAsync(WriteContext write)
    {
        var ids = Ids();
        await write.Db.Set<Payment>().Where(p => ids.Contains(p.InvoiceId)).LoadAsync(write.Stop);
        foreach (var locked in found.Values)
        {
            write.Db.Entry(locked.Invoice).Collection(i => i.Payments).IsLoaded = true;
        }
    }

    /// <summary>The mails of each that would be withdrawn with it.</summary>
    public Task<ILookup<long, OutboxMail>> WaitingMailsAsync(WriteContext write) => write.WaitingMailsAsync(Ids());

    private List<long> Ids() => [.. found.Values.Select(l => l.Invoice.Id)];
}
