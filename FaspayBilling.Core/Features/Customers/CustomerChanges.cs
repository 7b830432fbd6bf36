using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>What a history line says of a changed customer: names of fields, no addresses and no numbers of papers.</summary>
internal static class CustomerChanges
{
    public static string Between(CustomerInput before, CustomerInput after) => string.Join(", ", new[]
    {
        before.Name == after.Name ? null : $"name (was {before.Name})",
        before.Email == after.Email ? null : "e-mail",
        before.PhoneCode == after.PhoneCode && before.ContactNo == after.ContactNo ? null : "phone",
        before.Address == after.Address ? null : "address",
        before.GroupId == after.GroupId ? null : "group",
        before.VaNumber == after.VaNumber ? null : "VA Static Number",
        before.TaxableCompany == after.TaxableCompany ? null : "Taxable Company",
        before.TransactionCode == after.TransactionCode ? null : "transaction code",
        before.Document == after.Document && before.DocumentNumber == after.DocumentNumber ? null : "document",
        before.Country == after.Country ? null : "country",
        before.Npwp == after.Npwp ? null : "NPWP",
        before.Nitku == after.Nitku ? null : "NITKU",
        before.NpwpName == after.NpwpName && before.NpwpAddress == after.NpwpAddress ? null : "NPWP owner",
        before.AdditionalInfo == after.AdditionalInfo ? null : "additional info",
    }.OfType<string>());
}
