namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>All that must be true, in the order in which it is asked: what others stand on comes first.</summary>
internal static class Invariants
{
    /// <summary>Of a SQLite file, whichever version wrote it.</summary>
    public static readonly IReadOnlyList<Invariant> OfTheFile = [new IntactFile(), new SqliteReferences()];

    /// <summary>What a faithful copy of a sound file holds, whatever was written into it.</summary>
    public static readonly IReadOnlyList<Invariant> OfTheCopy = [new UniqueRows(), new FileBytes()];

    /// <summary>Of the rows, on both databases. What is kept as a total gets a line in <see cref="Counts"/>.</summary>
    public static readonly IReadOnlyList<Invariant> OfTheRows =
    [
        new UniqueRows(),
        new Owners(),
        new OneMerchant(),
        Numbers.RangesApart,
        Numbers.RunsInRanges,
        Numbers.RunsApart,
        Numbers.UsedNotAvailable,
        Numbers.UsedInRanges,
        Numbers.SpentNotAvailable,
        Numbers.NoneLost,
        Numbers.HeldRightfully,
        Numbers.CoretaxOnce,
        Counts.Available,
        new Notified(),
        new LineAmounts(),
        new TotalsOfLines(),
        Sums.Paid,
        Sums.Deducted,
        Sums.Outstanding,
        Sums.Settlements,
        Sums.Exports,
        new StatusOfFacts(),
        .. KeptTotals.OfInvoices,
        Sums.History,
        new InvoiceCounters(),
        Sums.Sizes,
        new FileBytes(),
    ];

    /// <summary>Of what the database keeps as a total of rows, and can be had from those again.</summary>
    public static readonly IReadOnlyList<Invariant> OfTotals = [Counts.Available, .. KeptTotals.OfInvoices];

    /// <summary>All but the secrets.</summary>
    public static IEnumerable<Invariant> Of(Snapshot moment) =>
        moment.IsPostgres ? [new References(), .. OfTheRows] : [.. OfTheFile, .. OfTheRows];
}
