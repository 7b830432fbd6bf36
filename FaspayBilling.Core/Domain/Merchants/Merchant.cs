using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Merchants;

/// <summary>The tenant: everything else belongs to exactly one merchant.</summary>
public sealed class Merchant
{
    public long Id { get; private set; }

    /// <summary>Name as invoices and mails write it; at most 200 characters.</summary>
    public required string Name { get; set; }

    /// <summary>Three capital letters or digits inside every invoice number; fixed after the first invoice.</summary>
    public required string Code { get; set; }

    /// <summary>Tax id, 15 or 16 digits; empty until known.</summary>
    public string Npwp { get; set; } = "";

    /// <summary>Place of business, 22 digits; empty until known.</summary>
    public string Nitku { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>The language of mails to people who are no users here.</summary>
    public Language Language { get; set; } = Language.English;

    /// <summary>Who may not sign in by a password alone.</summary>
    public SecondFactorRule SecondFactorRule { get; set; }

    /// <summary>The logo as a data URL ready to be shown; null without one.</summary>
    public string? Logo { get; set; }

    /// <summary>Raised by every change; a stale one is refused with <c>changed-elsewhere</c>.</summary>
    public int Version { get; set; }
}
