using FaspayBilling.Core.Features.CoretaxLists;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>How Coretax List words and colours what saving a row does.</summary>
internal static class CoretaxTexts
{
    public static string Of(CoretaxEffect effect) => effect switch
    {
        CoretaxEffect.New => "New",
        CoretaxEffect.Changed => "Changed",
        CoretaxEffect.Same => "Unchanged",
        CoretaxEffect.Unmatched => "Without invoice",
        CoretaxEffect.Unreadable => "Unreadable",
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
