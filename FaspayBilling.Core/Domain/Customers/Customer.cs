namespace FaspayBilling.Core.Domain.Customers;

/// <summary>Whom a merchant bills.</summary>
public sealed class Customer : IOfMerchant
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>The API's <c>customer_id</c>: unique per merchant, independent of the key.</summary>
    public required int Number { get; init; }

    public required string Name { get; set; }

    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>Tax id, 15 or 16 digits; empty for a customer without one.</summary>
    public string Npwp { get; set; } = "";

    public string NpwpName { get; set; } = "";

    public string NpwpAddress { get; set; } = "";

    /// <summary>Switches Invoice Tax on for new invoices (R16).</summary>
    public bool TaxableCompany { get; set; }

    /// <summary>Default transaction code, two digits; null without one.</summary>
    public string? TransactionCode { get; set; }

    public int Version { get; set; }
}
