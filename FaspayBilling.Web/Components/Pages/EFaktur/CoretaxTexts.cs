using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>How Coretax List words and colours what saving a row does.</summary>
internal static class CoretaxTexts
{
    public static string Of(CoretaxEffect effect) => effect switch
    {
        CoretaxEffect.Conflict => T("Conflict"),
        CoretaxEffect.New => T("New"),
        CoretaxEffect.Changed => T("Changed"),
        CoretaxEffect.Same => T("Unchanged"),
        CoretaxEffect.Unmatched => T("Without invoice"),
        CoretaxEffect.Unreadable => T("Unreadable"),
    };

    public static string Tone(CoretaxEffect effect) => effect switch
    {
        CoretaxEffect.Conflict => "danger",
        CoretaxEffect.New => "good",
        CoretaxEffect.Changed => "info",
        CoretaxEffect.Same => "neutral",
        CoretaxEffect.Unmatched => "warning",
        CoretaxEffect.Unreadable => "danger",
    };

    /// <summary>How many rows there are of each kind, as the preview says it.</summary>
    public static string Sum(CoretaxPreview preview)
    {
        var counts = Enum.GetValues<CoretaxEffect>().Where(e => preview.Count(e) > 0)
            .Select(e => $"{Format.Count(preview.Count(e))} {Of(e).ToLowerInvariant()}");
        return $"{Format.Count(preview.Rows.Count, T("row"), T("rows"))}: {string.Join(", ", counts)}.";
    }

    /// <summary>What became of a list that was saved.</summary>
    public static string Of(CoretaxApplied applied) => string.Join(' ', new[]
    {
        applied.Changed == 1
            ? T("1 invoice has a new number or state.")
            : T($"{Format.Count(applied.Changed)} invoices have a new number or state."),
        applied.Waiting switch
        {
            0 => null,
            1 => T("1 row waits for your decision."),
            _ => T($"{Format.Count(applied.Waiting)} rows wait for your decision."),
        },
    }.OfType<string>());
}
