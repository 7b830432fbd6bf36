using FaspayBilling.Core.Domain.TaxExports;

namespace FaspayBilling.Core.Features.CoretaxLists;

/// <summary>What saving a list would do, before anything is saved.</summary>
/// <param name="Rows">Every line of the file, in its order.</param>
/// <param name="Readable">What is handed to <see cref="ApplyCoretaxList"/>.</param>
public sealed record CoretaxPreview(IReadOnlyList<CoretaxPreviewRow> Rows, IReadOnlyList<CoretaxListRow> Readable)
{
    public int Count(CoretaxEffect effect) => Rows.Count(r => r.Effect == effect);
}

/// <summary>What saving does with one line.</summary>
/// <param name="Line">In the file.</param>
/// <param name="Shown">Its number, else its reference.</param>
/// <param name="Effect">What happens.</param>
/// <param name="What">The same in words, with what looks odd about it.</param>
/// <param name="InvoiceNumber">The invoice that it belongs to; null without one.</param>
public sealed record CoretaxPreviewRow(int Line, string Shown, CoretaxEffect Effect, string What, string? InvoiceNumber);
