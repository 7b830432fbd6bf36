namespace FaspayBilling.Core.Domain.Invoices.Payments;

/// <summary>Days past due, in classes.</summary>
public enum AgingClass
{
    /// <summary>Not yet due.</summary>
    Current,
    To30,
    To60,
    To90,
    To120,
    Older,
}
