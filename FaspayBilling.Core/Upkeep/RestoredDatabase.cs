namespace FaspayBilling.Core.Upkeep;

/// <summary>What a restore did.</summary>
/// <param name="Kept">Where the file lies that was there before; null when there was none.</param>
/// <param name="Older">An earlier version wrote what was restored: the next start upgrades it.</param>
/// <param name="Lacks">What is missing to read the secrets in it, as a sentence; null when nothing is.</param>
/// <param name="Recounted">Totals that it kept were not those of its rows, and were made anew.</param>
public sealed record RestoredDatabase(string? Kept, bool Older, string? Lacks, bool Recounted);
