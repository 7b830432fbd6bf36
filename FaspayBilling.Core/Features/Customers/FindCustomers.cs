using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Finds customers while somebody types, for a new invoice: at most ten, no archived ones.</summary>
public sealed class FindCustomers(IDbContextFactory<BillingDb> dbs)
{
    public const int Most = 10;

    /// <summary>
    /// By name, e-mail, NPWP, document or VA number; those whose name begins with the text come first. Empty text answers the first
    /// by name.
    /// </summary>
    public async Task<IReadOnlyList<FoundCustomer>> HandleAsync(Actor actor, string text, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var typed = text.Trim();
        var found = db.Find(actor, new CustomerQuery { Search = typed });

        // Every name begins with nothing: the index has that order already.
        var sorted = typed.Length == 0 ? db.Sorted(found, CustomerSort.Name, descending: false) : db.BeginningFirst(found, typed);
        return await sorted.Take(Most)
            .Select(c => new FoundCustomer(
                c.Id,
                c.Name,
                CustomerEmails.Shown(c.Email),
                c.Document == BuyerIdType.Tin ? c.Npwp : c.DocumentNumber,
                c.TaxableCompany,
                c.TransactionCode))
            .ToListAsync(stop);
    }
}

/// <summary>A customer to choose for an invoice, with what it presets there.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Customer Name.</param>
/// <param name="Email">Where its invoices go, the first address; may be empty for customers that the API made.</param>
/// <param name="Identity">NPWP, or the number of its other document.</param>
/// <param name="TaxableCompany">Switches Invoice Tax on (docs/sources/faspay.md 16).</param>
/// <param name="TransactionCode">Its default transaction code; null for the usual one.</param>
public sealed record FoundCustomer(long Id, string Name, string Email, string Identity, bool TaxableCompany, string? TransactionCode);
