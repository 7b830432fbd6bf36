using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Customers;

/// <summary>Whom a merchant bills.</summary>
public sealed class Customer : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>The API's <c>customer_id</c>: unique per merchant, independent of the key.</summary>
    public required int Number { get; init; }

    public required string Name { get; set; }

    /// <summary>Up to ten addresses, as <see cref="CustomerEmails.Text"/> writes them.</summary>
    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>Tax id, 15 or 16 digits; empty for a customer without one.</summary>
    public string Npwp { get; set; } = "";

    /// <summary>By which paper the tax office knows it; everything but TIN needs <see cref="DocumentNumber"/>.</summary>
    public BuyerIdType Document { get; set; } = BuyerIdType.Tin;

    /// <summary>NIK, passport or other number; empty for TIN.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>ISO alpha-3 country.</summary>
    public string Country { get; set; } = "IDN";

    /// <summary>Place of business, 22 digits; empty means the head office.</summary>
    public string Nitku { get; set; } = "";

    public string NpwpName { get; set; } = "";

    public string NpwpAddress { get; set; } = "";

    /// <summary>Switches Invoice Tax on for new invoices (docs/sources/faspay.md 16).</summary>
    public bool TaxableCompany { get; set; }

    /// <summary>Default transaction code, two digits; null without one.</summary>
    public string? TransactionCode { get; set; }

    /// <summary>VA Static Number: exactly 10 digits, unique per merchant; empty only for customers that the API made.</summary>
    public string VaNumber { get; set; } = "";

    public string AdditionalInfo { get; set; } = "";

    public long? GroupId { get; set; }

    /// <summary>When it was archived: kept for its invoices, offered for no new one.</summary>
    public DateTime? ArchivedAt { get; set; }

    public int Version { get; set; }
}
