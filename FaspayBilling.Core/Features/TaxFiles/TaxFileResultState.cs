namespace FaspayBilling.Core.Features.TaxFiles;

/// <summary>What became of one file of an upload.</summary>
public enum TaxFileResultState
{
    Stored,

    /// <summary>Stored; the earlier file of the same number stays behind it.</summary>
    Replaced,

    Refused,
}
