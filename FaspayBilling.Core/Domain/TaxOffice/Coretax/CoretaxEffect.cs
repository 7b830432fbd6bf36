namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>What saving the list does with one of its rows; what a person should look at first comes first.</summary>
public enum CoretaxEffect
{
    /// <summary>It contradicts what is known here: it waits for somebody's decision.</summary>
    Conflict,

    /// <summary>It could not be read and is left out.</summary>
    Unreadable,

    /// <summary>No invoice of ours: it is kept and waits for a choice by hand.</summary>
    Unmatched,

    /// <summary>The number is known, its state changes.</summary>
    Changed,

    /// <summary>The number is new to its invoice.</summary>
    New,

    Same,
}
