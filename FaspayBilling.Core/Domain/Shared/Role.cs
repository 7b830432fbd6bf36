namespace FaspayBilling.Core.Domain.Shared;

/// <summary>What a user may do; each role includes the ones before it (docs/rules.md 10).</summary>
public enum Role
{
    /// <summary>Reads billings, E-Faktur pages and the mail outbox.</summary>
    Viewer,

    /// <summary>Works with invoices, numbers, files and ranges.</summary>
    Finance,

    /// <summary>Sets the threshold, the settings and the users.</summary>
    Admin,
}
