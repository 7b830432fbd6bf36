using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

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
/// <param name="What">The same to be said, with every contradiction and what else looks odd about it.</param>
/// <param name="InvoiceNumber">The invoice that it belongs to, or most likely belongs to; null without one.</param>
public sealed record CoretaxPreviewRow(int Line, string Shown, CoretaxEffect Effect, IReadOnlyList<Message> What, string? InvoiceNumber);
