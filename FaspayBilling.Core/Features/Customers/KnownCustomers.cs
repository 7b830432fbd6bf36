using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Whom the merchant has already, as far as the rows of a file can meet them.</summary>
internal sealed class KnownCustomers
{
    // Few enough for one command's parameters.
    private const int Piece = 500;

    private readonly Dictionary<string, string> holders = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<KnownCustomers> ReadAsync(
        BillingDb db, Actor actor, IReadOnlyList<ImportedCustomer> rows, CancellationToken stop)
    {
        var known = new KnownCustomers();
        foreach (var piece in rows.Chunk(Piece))
        {
            var numbers = piece.Select(r => r.Input.VaNumber).Where(n => n.Length > 0).ToList();
            var called = piece.SelectMany(r => Lowered(r.Input.Name)).Distinct(StringComparer.Ordinal).ToList();
            var emails = piece.SelectMany(r => CustomerEmails.Of(r.Input.Email)).Select(e => e.ToLowerInvariant()).ToList();

            // A name finds whoever has several addresses; one address finds also a name that the database cannot bring to small letters.
#pragma warning disable CA1304, CA1311, MA0011 // The database's own lower(): no culture of this machine is in it.
            var met = await db.Set<Customer>()
                .VisibleTo(actor)
                .Where(c => numbers.Contains(c.VaNumber) || called.Contains(c.Name.ToLower()) || emails.Contains(c.Email.ToLower()))
                .Select(c => new { c.VaNumber, c.Name, c.Email })
                .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, MA0011
            foreach (var customer in met)
            {
                known.holders[customer.VaNumber] = customer.Name;
                known.names.UnionWith(Keys(customer.Name, customer.Email));
            }
        }

        return known;
    }

    /// <summary>Why the row cannot be one more customer; null when it can.</summary>
    public IEnumerable<Refusal> WhyNot(CustomerInput input)
    {
        if (input.VaNumber.Length > 0 && holders.TryGetValue(input.VaNumber, out var holder))
        {
            yield return CustomerRefusals.CustomerVaTaken(holder);
        }

        if (Keys(input.Name, input.Email).Any(names.Contains))
        {
            yield return CustomerRefusals.CustomerDuplicate;
        }
    }

    public bool HasVa(string number) => holders.ContainsKey(number);

    /// <summary>From now on the row's customer is known too.</summary>
    public void Add(CustomerInput input)
    {
        holders[input.VaNumber] = input.Name;
        names.UnionWith(Keys(input.Name, input.Email));
    }

    // As lower() writes it: of all letters, or of ASCII's only, as SQLite does.
    private static IEnumerable<string> Lowered(string name) =>
        [name.ToLowerInvariant(), string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c))];

    /// <summary>A name with each of its addresses: two customers are the same when they share one of these.</summary>
    public static IEnumerable<string> Keys(string name, string emails) =>
        CustomerEmails.Of(emails).DefaultIfEmpty("").Select(email => $"{name}\n{email}");
}
