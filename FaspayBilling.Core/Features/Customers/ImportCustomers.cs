using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Saves the good rows of a file that was read, 200 in one transaction; every row is asked again under the lock.</summary>
public sealed class ImportCustomers(WriteTransaction writes)
{
    private const int Piece = 200;

    /// <summary>
    /// Refuses <c>not-allowed</c>. A row that became bad since it was read is answered with its problems and stops no other; what was saved
    /// before a stop stays.
    /// </summary>
    /// <param name="actor">Finance.</param>
    /// <param name="rows">As <see cref="ReadCustomerImport"/> answered them; rows with problems are passed over.</param>
    /// <param name="progress">The share done, 0 to 1; may be null.</param>
    /// <param name="stop">Ends it between two transactions.</param>
    public async Task<Outcome<ImportDone>> HandleAsync(
        Actor actor, IReadOnlyList<ImportedCustomer> rows, IProgress<double>? progress, CancellationToken stop)
    {
        var refused = new List<ImportedCustomer>();
        var saved = 0;
        foreach (var (piece, index) in rows.Where(r => r.Good).Chunk(Piece).Select((piece, index) => (piece, index)))
        {
            if (stop.IsCancellationRequested)
            {
                return Outcome<ImportDone>.With(new ImportDone(saved, refused), Message.Of("import-warning.stopped"));
            }

            var done = await writes.RunAsync<IReadOnlyList<BadRow>>(
                actor with { Form = actor.Form?.Part(index) },
                new AuditedAction(HistorySubject.Customer, "customer.import"),
                write => SaveAsync(write, piece),
                CancellationToken.None);
            if (!done.Ok)
            {
                return Outcome<ImportDone>.Refused(Refusals.OfAPiece(done.Refusals, before: index > 0));
            }

            refused.AddRange(done.Value.Select(bad => piece[bad.Index] with { Problems = bad.Problems }));
            saved += piece.Length - done.Value.Count;
            progress?.Report(Math.Min(1, (index + 1.0) * Piece / rows.Count));
        }

        return new ImportDone(saved, refused);
    }

    private static async Task<Outcome<IReadOnlyList<BadRow>>> SaveAsync(WriteContext write, IReadOnlyList<ImportedCustomer> rows)
    {
        if (write.Actor.WhyNot(Role.Finance) is { } no)
        {
            return no;
        }

        var known = await KnownCustomers.ReadAsync(write.Db, write.Actor, rows, write.Stop);
        var groups = await GroupsAsync(write, rows);
        var number = await write.Db.Set<Customer>().VisibleTo(write.Actor).MaxAsync(c => (int?)c.Number, write.Stop) ?? 0;
        var (added, refused) = (new List<Customer>(), new List<BadRow>());
        foreach (var (index, row) in rows.Index())
        {
            var input = CustomerRules.Clean(row.Input) with { GroupId = row.Group.Length == 0 ? null : groups[row.Group].Id };
            if (CustomerCheck.WhyNot(input).Concat(known.WhyNot(input)).ToList() is { Count: > 0 } problems)
            {
                refused.Add(new BadRow(index, problems));
                continue;
            }

            known.Add(input);
            var customer = new Customer { MerchantId = write.Actor.MerchantId, Number = ++number, Name = input.Name };
            input.ApplyTo(customer);
            added.Add(customer);
        }

        write.Db.AddRange(added);
        await write.SaveAsync();
        added.ForEach(c => write.History(HistorySubject.Customer, c.Id, "customer.add:file", ("customer", c.Name)));
        return refused;
    }

    private static async Task<Dictionary<string, CustomerGroup>> GroupsAsync(WriteContext write, IReadOnlyList<ImportedCustomer> rows)
    {
        var groups = (await write.Db.Set<CustomerGroup>().VisibleTo(write.Actor).ToListAsync(write.Stop))
            .ToDictionary(g => g.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var name in rows.Select(r => r.Group).Where(n => n.Length > 0))
        {
            if (!groups.ContainsKey(name))
            {
                write.Db.Add(groups[name] = new CustomerGroup { MerchantId = write.Actor.MerchantId, Name = name });
                write.History(HistorySubject.Customer, null, "customer-group.add:file", ("group", name));
            }
        }

        await write.SaveAsync();
        return groups;
    }

    // What is kept as the first answer of a piece: its rows themselves may be long.
    private sealed record BadRow(int Index, IReadOnlyList<Refusal> Problems);
}

/// <summary>How an import ended.</summary>
/// <param name="Saved">Customers added.</param>
/// <param name="Refused">Rows that became bad since they were read.</param>
public sealed record ImportDone(int Saved, IReadOnlyList<ImportedCustomer> Refused);
