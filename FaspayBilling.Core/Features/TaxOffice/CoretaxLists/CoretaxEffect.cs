namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>What saving the list does with one of its rows.</summary>
public enum CoretaxEffect
{
    /// <summary>The number is new to its invoice.</summary>
    New,

    /// <summary>The number is known, its state changes.</summary>
    Changed,

    Same,

    /// <summary>No invoice of ours: it is kept and waits for a choice by hand.</summary>
    Unmatched,

    /// <summary>It could not be read and is left out.</summary>
    Unreadable,
}
