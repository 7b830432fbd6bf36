namespace FaspayBilling.Core.Features.Billings;

/// <summary>What becomes of an invoice once it is saved, in the same transaction.</summary>
public enum SaveThen
{
    /// <summary>It stays the Draft or Proforma that it is.</summary>
    Keep,

    SendAsProforma,

    /// <summary>Save &amp; Send.</summary>
    Issue,
}
