using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Reads one customer with what belongs to it.</summary>
public sealed class ReadCustomer(IDbContextFactory<BillingDb> dbs)
{
    private const int Lines = 20;

    /// <summary>Refuses <c>customer.not-found</c>; another merchant's looks the same.</summary>
    public async Task<Outcome<CustomerDetail>> HandleAsync(Actor actor, long id, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Set<Customer>().VisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } customer)
        {
            return CustomerRefusals.CustomerNotFound;
        }

        var group = await db.Set<CustomerGroup>()
            .VisibleTo(actor)
            .Where(g => g.Id == customer.GroupId)
            .Select(g => g.Name)
            .FirstOrDefaultAsync(stop);
        var invoices = await db.Set<CustomerTotal>()
            .VisibleTo(actor)
            .Where(t => t.CustomerId == id)
            .Select(t => new { t.Count, t.Outstanding })
            .SingleOrDefaultAsync(stop);
        var history = await db.Set<HistoryEntry>()
            .VisibleTo(actor)
            .Where(h => h.Subject == HistorySubject.Customer && h.SubjectId == id)
            .NewestAsync(Lines, stop);
        return new CustomerDetail(
            customer.Id,
            customer.Version,
            customer.Number,
            CustomerInput.Of(customer),
            group,
            customer.ArchivedAt,
            invoices?.Count ?? 0,
            invoices?.Outstanding ?? 0,
            history);
    }
}

/// <summary>One customer as its page shows it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">For the next change.</param>
/// <param name="Number">The API's customer_id.</param>
/// <param name="Data">Everything that can be changed.</param>
/// <param name="Group">Name of its group; null without one.</param>
/// <param name="ArchivedAt">Instant (UTC); null unless archived.</param>
/// <param name="Invoices">How many invoices it has.</param>
/// <param name="Outstanding">What it owes, in rupiah; credit notes and self-billed documents are not owed.</param>
/// <param name="History">The newest first.</param>
public sealed record CustomerDetail(
    long Id,
    int Version,
    int Number,
    CustomerInput Data,
    string? Group,
    DateTime? ArchivedAt,
    int Invoices,
    decimal Outstanding,
    IReadOnlyList<HistoryLine> History);
