using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Customers;

/// <summary>
/// What a tax invoice says of its buyer. Nobody must fill it in to keep a customer; it is asked when an invoice needs it (docs/rules.md 2).
/// </summary>
public static class TaxIdentity
{
    /// <summary>What is missing, by the names of the form; empty when a tax invoice can name the customer.</summary>
    public static IReadOnlyList<Message> Missing(Customer customer) => [.. new[]
    {
        customer.Document == BuyerIdType.Tin && Npwp.IsNone(customer.Npwp) ? Message.Of("customer-field:npwp") : null,
        customer.Document == BuyerIdType.NationalId && IsNone(customer.DocumentNumber) ? Message.Of("customer-field:nik") : null,
        customer.Document is BuyerIdType.Passport or BuyerIdType.OtherId && IsNone(customer.DocumentNumber)
            ? Message.Of("customer-field:document-number")
            : null,
        string.IsNullOrWhiteSpace(customer.NpwpAddress) && string.IsNullOrWhiteSpace(customer.Address)
            ? Message.Of("customer-field:address")
            : null,
    }.OfType<Message>()];

    /// <summary>True when a document's number says that there is none: blanks, or only zeros.</summary>
    public static bool IsNone(string documentNumber) => Npwp.IsNone(documentNumber.Trim());

    /// <summary>Refuses <c>invoice.customer-tax</c>, naming what is missing; null when nothing is.</summary>
    public static Refusal? WhyNot(Customer customer) =>
        Missing(customer) is { Count: > 0 } missing
            ? CustomerRefusals.TaxIdentityMissing(customer.Name, missing.Select(m => (Value)m))
            : null;
}
