namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>What became of one file of an upload.</summary>
public enum TaxFileResultState
{
    Stored,

    /// <summary>Stored; the earlier file of the same number stays behind it.</summary>
    Replaced,

    /// <summary>
    /// Stored, and not the current one: another file of the number is newer by what the tax office says, or its list says that this one
    /// stands no longer.
    /// </summary>
    KeptBehind,

    /// <summary>Kept, but nobody knows yet to which invoice it belongs: somebody chooses by hand.</summary>
    Waiting,

    Refused,
}
