namespace FaspayBilling.Core.Domain.Audit;

/// <summary>What kind of thing a history entry is about.</summary>
public enum HistorySubject
{
    Invoice,
    TaxNumberRange,
    TaxFile,
    Threshold,
    BillingSettings,
    Merchant,
    User,
    Mail,
    ApiAccess,
    Customer,
    TaxExport,
    Callback,

    /// <summary>Sign-ins and sign-outs; its id is the user's.</summary>
    Session,
}
