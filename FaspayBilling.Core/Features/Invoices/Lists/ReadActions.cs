using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>Reads what a row's three-dot menu offers, when somebody opens it.</summary>
public sealed class ReadActions(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>Refuses <c>invoice.not-found</c>.</summary>
    public async Task<Outcome<OfferedActions>> HandleAsync(Actor actor, string number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Set<Invoice>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(i => i.Number == number, stop) is not { } invoice)
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        var settings = await db.SettingsAsync(actor, stop);
        var facts = await ReadBilling.FactsAsync(db, invoice, stop);
        return new OfferedActions(
            invoice.Number,
            invoice.Version,
            invoice.Outstanding,
            facts.HasTaxNumber,
            facts.Exported,
            LateIssue.Warning(invoice, settings, clock.Now()),
            InvoiceActions.Offered(facts, actor.Role, settings.EFakturModule, clock.Now()));
    }
}

/// <summary>What may be done with an invoice now, and what the dialogs of these actions need.</summary>
/// <param name="Number">Invoice No.</param>
/// <param name="Version">For acting on just what was seen.</param>
/// <param name="Outstanding">Rupiah, for the payment dialog.</param>
/// <param name="HasTaxNumber">It holds an E-Faktur No; cancelling it says what becomes of that.</param>
/// <param name="Exported">Giving the number back asks for one more confirmation.</param>
/// <param name="Late">Said before it is issued, when its tax invoice would be late; null when it would not.</param>
/// <param name="Actions">In menu order.</param>
public sealed record OfferedActions(
    string Number,
    int Version,
    decimal Outstanding,
    bool HasTaxNumber,
    bool Exported,
    Message? Late,
    IReadOnlyList<InvoiceAction> Actions)
{
    /// <summary>The key of the invoice as it was seen.</summary>
    public InvoiceKey Key => new(Number, Version);
}
