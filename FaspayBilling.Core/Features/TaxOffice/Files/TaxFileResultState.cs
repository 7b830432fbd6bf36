namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>What became of one file of an upload.</summary>
public enum TaxFileResultState
{
    Stored,

    /// <summary>Stored; the earlier file of the same number stays behind it.</summary>
    Replaced,

    /// <summary>Stored behind the file of the same number that stands: that one is newer by what the tax office says.</summary>
    KeptBehind,

    /// <summary>Kept, but nobody knows yet to which invoice it belongs: somebody chooses by hand.</summary>
    Waiting,

    Refused,
}
