using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data.Paging;

/// <summary>Which rows of a list a page holds, and how many rows the list counted.</summary>
/// <param name="Total">Rows that can be paged through.</param>
/// <param name="More">There are more than that; nobody counted them.</param>
/// <param name="Number">This page, from 1; a page past the end is the last one.</param>
/// <param name="Size">Rows a page.</param>
public readonly record struct CountedPage(int Total, bool More, int Number, int Size)
{
    /// <summary>More rows are neither counted nor paged through: counting all of them costs more the longer the list is.</summary>
    public const int Most = 10_000;

    /// <summary>Rows of the pages before.</summary>
    public int Skipped => (Number - 1) * Size;

    /// <summary>From what <see cref="CountedPages.CountUpAsync"/> answered, and the page that was asked for.</summary>
    public static CountedPage Of(int counted, int page, int? asked)
    {
        var (size, total) = (PageSizes.Of(asked), Math.Min(counted, Most));
        return new CountedPage(total, counted > Most, Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size)), size);
    }

    /// <summary>The page with its rows.</summary>
    public Page<TRow> With<TRow>(IReadOnlyList<TRow> rows) => new(rows, Total, Number, Size) { More = More };
}

/// <summary>Lists that are counted as far as they can be paged through.</summary>
public static class CountedPages
{
    /// <summary>The rows that a list counts: one more than can be paged through.</summary>
    public static IQueryable<TRow> Counted<TRow>(this IQueryable<TRow> rows) => rows.Take(CountedPage.Most + 1);

    /// <summary>How many there are, counted up to one more than can be paged through.</summary>
    public static Task<int> CountUpAsync<TRow>(this IQueryable<TRow> rows, CancellationToken stop) => rows.Counted().CountAsync(stop);

    /// <summary>The rows of a page.</summary>
    public static IQueryable<TRow> At<TRow>(this IQueryable<TRow> rows, CountedPage page) => rows.Skip(page.Skipped).Take(page.Size);
}
