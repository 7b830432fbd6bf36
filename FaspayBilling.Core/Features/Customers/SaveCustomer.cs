using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Adds a customer, or changes one.</summary>
public sealed class SaveCustomer(WriteTransaction writes)
{
    /// <summary>
    /// Answers the customer's key. Name and NPWP go on to its Draft and Proforma invoices. Refuses <c>not-allowed</c>,
    /// <c>customer.not-found</c>, <c>changed-elsewhere</c>, <c>customer.name</c>, <c>customer.email</c>, <c>customer.phone</c>,
    /// <c>customer.address</c>, <c>customer.va-number</c>, <c>customer.va-taken</c>, <c>customer.additional-info</c>,
    /// <c>customer.transaction-code</c>, <c>customer.document-number</c>, <c>customer.country</c>, <c>customer.npwp</c>,
    /// <c>customer.nitku</c>, <c>customer.npwp-name</c>, <c>customer.npwp-address</c>, <c>customer.group</c>.
    /// Warns of a check digit or a birth date that does not fit.
    /// </summary>
    /// <param name="actor">Finance.</param>
    /// <param name="id">The customer to change; null to add one.</param>
    /// <param name="input">As typed.</param>
    /// <param name="version">The version that was read; of no meaning for a new one.</param>
    /// <param name="stop">Ends the write.</param>
    public Task<Outcome<long>> HandleAsync(Actor actor, long? id, CustomerInput input, int version, CancellationToken stop) =>
        writes.RunAsync<long>(
            actor,
            new AuditedAction(
                HistorySubject.Customer,
                id is null ? "customer.add" : "customer.change",
                ("customer", PlainText.Line(input.Name))),
            async write =>
            {
                var taken = id is null ? null : await write.CustomerAsync(id.Value, version);
                if ((taken is null ? actor.WhyNot(Role.Finance) : taken.Refusal) is { } no)
                {
                    return no;
                }

                var clean = CustomerRules.Clean(input);
                if (await CustomerCheck.WhyNotAsync(write, clean, id) is { Count: > 0 } refusals)
                {
                    return Outcome<long>.Refused(refusals);
                }

                var customer = taken is null ? await AddAsync(write, clean) : await ChangeAsync(write, taken.Value, clean);
                return Outcome<long>.With(customer.Id, CustomerRules.Warning(clean));
            },
            stop);

    /// <summary>A new row with the next customer number; its key is known.</summary>
    private static async Task<Customer> AddAsync(WriteContext write, CustomerInput clean)
    {
        var last = await write.Db.Set<Customer>().VisibleTo(write.Actor).MaxAsync(c => (int?)c.Number, write.Stop) ?? 0;
        var customer = new Customer { MerchantId = write.Actor.MerchantId, Number = last + 1, Name = clean.Name };
        clean.ApplyTo(customer);
        write.Db.Add(customer);
        await write.SaveAsync();
        write.History(HistorySubject.Customer, customer.Id, "customer.add", ("customer", customer.Name));
        return customer;
    }

    private static async Task<Customer> ChangeAsync(WriteContext write, Customer customer, CustomerInput clean)
    {
        var changed = CustomerChanges.Between(CustomerInput.Of(customer), clean);
        clean.ApplyTo(customer);
        await CarryAsync(write, customer);
        write.History(
            HistorySubject.Customer,
            customer.Id,
            changed.Count == 0
                ? Message.Of("customer.change:nothing", ("customer", customer.Name))
                : Message.Of("customer.change", ("customer", customer.Name), ("changed", Value.List(changed))));
        return customer;
    }

    // What was never issued shows the customer as it is now; an issued invoice keeps what it said.
    private static async Task CarryAsync(WriteContext write, Customer customer)
    {
        var open = await write.Db.Set<Invoice>().VisibleTo(write.Actor)
            .Where(i => i.CustomerId == customer.Id
                && (i.Status == InvoiceStatus.Draft || i.Status == InvoiceStatus.Proforma)
                && (i.CustomerName != customer.Name || i.CustomerNpwp != customer.Npwp))
            .ToListAsync(write.Stop);
        foreach (var invoice in open)
        {
            invoice.TakeParty(customer.Name, customer.Npwp);
            write.MarkChanged(HistorySubject.Invoice, invoice.Id);
        }
    }
}
