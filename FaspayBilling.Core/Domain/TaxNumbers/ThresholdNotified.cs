namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>What the merchant was last told about a year's numbers.</summary>
public enum ThresholdNotified
{
    /// <summary>Nothing: armed.</summary>
    None,

    /// <summary>That the limit was reached.</summary>
    Limit,

    /// <summary>That no number is left.</summary>
    Zero,
}
