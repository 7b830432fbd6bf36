namespace FaspayBilling.Core.Domain.Shared;

/// <summary>One page of a list.</summary>
/// <param name="Rows">The rows of this page, at most 100.</param>
/// <param name="Total">Rows in the whole list; with <see cref="More"/>, those that can be paged through.</param>
/// <param name="Number">This page, from 1.</param>
/// <param name="Size">Rows a page.</param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, int Total, int Number, int Size)
{
    /// <summary>There are more than <see cref="Total"/>; nobody counted them.</summary>
    public bool More { get; init; }

    /// <summary>How many pages there are, at least 1.</summary>
    public int Count => Math.Max(1, (Total + Size - 1) / Size);
}
