namespace FaspayBilling.Core.Features.Invoices.Form;

/// <summary>What becomes of an invoice once it is saved, in the same transaction.</summary>
public enum AfterSave
{
    /// <summary>It stays the Draft or Proforma that it is.</summary>
    Keep,

    SendAsProforma,

    /// <summary>Save &amp; Send.</summary>
    Issue,
}
