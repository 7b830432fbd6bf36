using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Audit;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>Reads an invoice with everything the detail page shows.</summary>
public sealed class ReadBilling(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    private const int LinesOfHistory = 200;

    /// <summary>Refuses <c>invoice.not-found</c>.</summary>
    public async Task<Outcome<BillingDetail>> HandleAsync(Actor actor, string number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var invoice = await db.Set<Invoice>().AsNoTracking().VisibleTo(actor)
            .Include(i => i.Lines.OrderBy(l => l.Position)).Include(i => i.Payments.OrderBy(p => p.Date).ThenBy(p => p.Id)).AsSplitQuery()
            .SingleOrDefaultAsync(i => i.Number == number, stop);
        if (invoice is null)
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        var settings = await db.SettingsAsync(actor, stop);
        var facts = await FactsAsync(db, invoice, stop);
        return new BillingDetail
        {
            Invoice = BillingInvoice.Of(invoice, await db.Set<Invoice>().TaxDayAsync(invoice, stop)),
            Facts = facts,
            Customer = await CustomerAsync(db, actor, invoice, stop),
            TaxFile = await TaxFileAsync(db, actor, invoice, stop),
            References = await ReferencesAsync(db, actor, invoice, stop),
            History = await HistoryAsync(db, actor, invoice, stop),
            Actions = InvoiceActions.Offered(facts, actor.Role, settings.EFakturModule, clock.Now()),
            Late = LateIssue.Warning(invoice, settings, clock.Now()),
            ReleaseConditions = ReleasePolicy.Conditions(facts),
            EFakturModule = settings.EFakturModule,
        };
    }

    internal static async Task<InvoiceFacts> FactsAsync(BillingDb db, Invoice invoice, CancellationToken stop) => invoice.Facts(
        hasTaxFile: await db.Set<TaxFile>().HoldingAsync(invoice, stop),
        referenced: await db.Set<Invoice>().ActiveNotes(invoice.Id).AnyAsync(stop));

    private static async Task<BillingCustomer> CustomerAsync(BillingDb db, Actor actor, Invoice invoice, CancellationToken stop) =>
        await db.Set<Customer>().VisibleTo(actor).Where(c => c.Id == invoice.CustomerId)
            .Select(c => new BillingCustomer(
                c.Id, invoice.CustomerName, CustomerEmails.Shown(c.Email), c.Address, invoice.CustomerNpwp))
            .SingleAsync(stop);

    private static async Task<BillingTaxFile?> TaxFileAsync(BillingDb db, Actor actor, Invoice invoice, CancellationToken stop) =>
        await db.Set<TaxFile>()
            .VisibleTo(actor)
            .Where(f => f.InvoiceId == invoice.Id && f.ReplacedAt == null)
            .OrderByDescending(f => f.Id)
            .Select(f => new BillingTaxFile(f.Id, f.FileName, f.Status, f.EmailStatus, f.UploadedAt, f.UploadedBy))
            .FirstOrDefaultAsync(stop);

    private static Task<List<BillingReference>> ReferencesAsync(BillingDb db, Actor actor, Invoice invoice, CancellationToken stop) =>
        db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(i => i.Id == invoice.RefersToId || i.RefersToId == invoice.Id)
            .OrderBy(i => i.Id)
            .Select(i => new BillingReference(i.Id, i.Number, i.DocumentType, i.Status, i.Total, i.InvoiceDate, i.RefersToId == invoice.Id))
            .ToListAsync(stop);

    private static Task<List<HistoryLine>> HistoryAsync(BillingDb db, Actor actor, Invoice invoice, CancellationToken stop) =>
        db.Set<HistoryEntry>()
            .VisibleTo(actor)
            .Where(h => h.Subject == HistorySubject.Invoice && h.SubjectId == invoice.Id)
            .NewestAsync(LinesOfHistory, stop);
}
