using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Features.TaxOffice.Codes;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Says, before a file is made, what keeps the checked invoices out of it and which of them went out before.</summary>
public sealed class CheckExport(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>
    /// Refuses <c>not-allowed</c>, <c>module.off</c>, <c>tax-export.none-checked</c>, <c>tax-export.too-many</c>,
    /// <c>tax-export.channel</c>, <c>invoice.not-found</c> when none of them is there.
    /// </summary>
    /// <param name="actor">Who wants to export; Finance or Admin.</param>
    /// <param name="file">Which file: Desktop (CSV) or Coretax (XML).</param>
    /// <param name="ids">The checked invoices; those of others are left out.</param>
    /// <param name="stop">Ends the check.</param>
    public async Task<Outcome<ExportCheck>> HandleAsync(Actor actor, TaxChannel file, IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if ((actor.WhyNot(Role.Finance) ?? await WhyNotAsync(db, actor, file, stop) ?? ExportQueries.WhyNot(ids)) is { } no)
        {
            return no;
        }

        var merchant = await db.Set<Merchant>().SingleAsync(m => m.Id == actor.MerchantId, stop);
        var check = new ExportCheck();
        await foreach (var (invoice, customer) in ExportQueries.ReadAsync(db, actor, ids, stop))
        {
            check.Add(invoice, ProblemsOf(file, merchant, customer, invoice), ExportProblems.Warnings(file, customer, invoice));
        }

        if (check.Invoices == 0)
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        // The other channel's exports hold it too: it would become two tax invoices.
        check.OtherWay = await OtherWayAsync(db, actor, file, check.AgainIds, stop);
        return check;
    }

    internal static IReadOnlyList<InvoiceProblem> ProblemsOf(TaxChannel file, Merchant merchant, Customer customer, Invoice invoice) =>
        [
            .. ExportProblems.Of(file, merchant, customer, invoice, GoodsCodes.Knows)
                .Select(p => new InvoiceProblem(invoice.Id, invoice.Number, customer.Id, customer.Name, p))
        ];

    internal static async Task<Refusal?> WhyNotAsync(BillingDb db, Actor actor, TaxChannel file, CancellationToken stop)
    {
        var settings = await db.SettingsAsync(actor, stop);
        return !settings.EFakturModule ? Refusals.ModuleOff
            : file == TaxChannel.Both || !settings.TaxChannel.Allows(file) ? TaxOfficeRefusals.ExportChannel
            : null;
    }

    private static async Task<int> OtherWayAsync(
        BillingDb db, Actor actor, TaxChannel file, IReadOnlyList<long> ids, CancellationToken stop)
    {
        var count = 0;
        foreach (var some in ids.Chunk(500))
        {
            count += await db.Set<ExportedInvoice>()
                .Where(e => some.Contains(e.InvoiceId)
                    && db.Set<TaxExport>().Any(x => x.Id == e.ExportId && x.MerchantId == actor.MerchantId && x.Channel != file))
                .Select(e => e.InvoiceId)
                .Distinct()
                .CountAsync(stop);
        }

        return count;
    }
}
