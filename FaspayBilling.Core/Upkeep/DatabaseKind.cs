namespace FaspayBilling.Core.Upkeep;

/// <summary>Whose database it is, by its migrations.</summary>
internal enum DatabaseKind
{
    /// <summary>This version's.</summary>
    Ours,

    /// <summary>An earlier version's: a start upgrades it.</summary>
    Older,

    /// <summary>A newer version's, or another branch's.</summary>
    Newer,

    /// <summary>It holds nothing of FaspayBilling.</summary>
    Other,
}
