using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>What a history line says of a changed customer: names of fields, no addresses and no numbers of papers.</summary>
internal static class CustomerChanges
{
    public static IReadOnlyList<Value> Between(CustomerInput before, CustomerInput after) => [.. new[]
    {
        before.Name == after.Name ? null : Message.Of("customer.changed:name", ("before", before.Name)),
        before.Email == after.Email ? null : Message.Of("customer.changed:email"),
        before.PhoneCode == after.PhoneCode && before.ContactNo == after.ContactNo ? null : Message.Of("customer.changed:phone"),
        before.Address == after.Address ? null : Message.Of("customer.changed:address"),
        before.GroupId == after.GroupId ? null : Message.Of("customer.changed:group"),
        before.VaNumber == after.VaNumber ? null : Message.Of("customer.changed:va-number"),
        before.TaxableCompany == after.TaxableCompany ? null : Message.Of("customer.changed:taxable-company"),
        before.TransactionCode == after.TransactionCode ? null : Message.Of("customer.changed:transaction-code"),
        before.Document == after.Document && before.DocumentNumber == after.DocumentNumber ? null : Message.Of("customer.changed:document"),
        before.Country == after.Country ? null : Message.Of("customer.changed:country"),
        before.Npwp == after.Npwp ? null : Message.Of("customer.changed:npwp"),
        before.Nitku == after.Nitku ? null : Message.Of("customer.changed:nitku"),
        before.NpwpName == after.NpwpName && before.NpwpAddress == after.NpwpAddress ? null : Message.Of("customer.changed:npwp-owner"),
        before.AdditionalInfo == after.AdditionalInfo ? null : Message.Of("customer.changed:additional-info"),
    }.OfType<Message>()];
}
