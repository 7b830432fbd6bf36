using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>How Coretax List words and colours what saving a row does.</summary>
internal static class CoretaxTexts
{
    public static string Of(CoretaxEffect effect) => effect switch
    {
        CoretaxEffect.New => T("New"),
        CoretaxEffect.Changed => T("Changed"),
        CoretaxEffect.Same => T("Unchanged"),
        CoretaxEffect.Unmatched => T("Without invoice"),
        CoretaxEffect.Unreadable => T("Unreadable"),
    };

    public static string Tone(CoretaxEffect effect) => effect switch
    {
        CoretaxEffect.New => "good",
        CoretaxEffect.Changed => "info",
        CoretaxEffect.Same => "neutral",
        CoretaxEffect.Unmatched => "warning",
        CoretaxEffect.Unreadable => "danger",
    };
}
