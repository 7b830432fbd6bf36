using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>The customer of a bill: the one of that name and e-mail address, or a new one.</summary>
internal static class BillBuyer
{
    private const int VaDigits = 10;

    /// <summary>
    /// Refuses <c>bill.static-va</c>, <c>bill.customer</c>. What is known of a customer is never overwritten by a bill; only a missing
    /// VA Static Number is added.
    /// </summary>
    public static async Task<Outcome<Customer>> TakeAsync(WriteContext write, BillRequest request)
    {
        var customers = write.Db.Set<Customer>().VisibleTo(write.Actor);
        var name = PlainText.Line(request.CustomerName);
        var va = request.StaticVa.Length == 0 ? "" : request.StaticVa[^VaDigits..];
        var email = $";{request.CustomerEmail.ToLowerInvariant()};";
        var known = await write.Queries.Of(Find)(write.Db, write.Actor.MerchantId, name, email);
        if (va.Length > 0
            && ((known is { VaNumber.Length: > 0 } && known.VaNumber != va)
                || await customers.AnyAsync(c => c.VaNumber == va && (known == null || c.Id != known.Id), write.Stop)))
        {
            return BillRefusals.BillStaticVa;
        }

        if (known is null)
        {
            return await AddAsync(write, request, va);
        }

        known.VaNumber = va.Length > 0 ? va : known.VaNumber;
        return known;
    }

    // By the column that the index of names begins with: by the instant all of the merchant's customers would be looked at.
#pragma warning disable CA1304, CA1311, MA0011 // The database's own lower(): no culture of this machine is in it.
    private static Func<BillingDb, long, string, string, Task<Customer?>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, string name, string email) => db.Set<Customer>()
            .Where(c => c.MerchantId == merchant && EF.Property<int>(c, ArchivedColumn.Name) == 0 && c.Name == name
                && (";" + c.Email.ToLower() + ";").Contains(email))
            .OrderBy(c => c.Id)
            .FirstOrDefault());
#pragma warning restore CA1304, CA1311, MA0011

    private static async Task<Outcome<Customer>> AddAsync(WriteContext write, BillRequest request, string va)
    {
        var last = await write.Db.Set<Customer>().VisibleTo(write.Actor).MaxAsync(c => (int?)c.Number, write.Stop) ?? 0;
        var customer = new Customer
        {
            MerchantId = write.Actor.MerchantId,
            Number = last + 1,
            Name = PlainText.Line(request.CustomerName),
            Email = request.CustomerEmail,
            Phone = PlainText.Line(request.CustomerPhone),
            Address = PlainText.Line(request.CustomerAddress),
            VaNumber = va,
        };
        if (CustomerRules.WhyNot(CustomerRules.Clean(CustomerInput.Of(customer)), EmailAddress.IsValid) is [var wrong, ..])
        {
            return BillRefusals.BillCustomer(ParameterOf(wrong), wrong.Message);
        }

        write.Db.Add(customer);
        await write.SaveAsync();
        write.History(HistorySubject.Customer, customer.Id, "customer.add:bill", ("customer", customer.Name));
        return customer;
    }

    private static string ParameterOf(Refusal wrong) => wrong.Field switch
    {
        nameof(CustomerInput.Email) => "customer_email",
        nameof(CustomerInput.ContactNo) => "customer_phone",
        nameof(CustomerInput.Address) => "customer_address",
        nameof(CustomerInput.VaNumber) => "static_va_no",
        _ => "customer_name",
    };
}
