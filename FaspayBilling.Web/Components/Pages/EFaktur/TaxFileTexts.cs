using FaspayBilling.Core.Domain.TaxOffice.Files;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>How E-Faktur Files words and colours what it holds.</summary>
internal static class TaxFileTexts
{
    public static string Of(TaxFileEmailStatus status) => status switch
    {
        TaxFileEmailStatus.ReadyToSend => T("Ready to Send"),
        TaxFileEmailStatus.Sent => T("Sent"),
        TaxFileEmailStatus.Failed => T("Failed"),
    };

    public static string Tone(TaxFileEmailStatus status) => status switch
    {
        TaxFileEmailStatus.ReadyToSend => "info",
        TaxFileEmailStatus.Sent => "good",
        TaxFileEmailStatus.Failed => "danger",
    };

    public static string Of(TaxFileStatus status) => status switch
    {
        TaxFileStatus.Normal => T("Normal"),
        TaxFileStatus.Replacement => T("Replacement"),
    };

    public static string Tone(TaxFileStatus status) => status switch
    {
        TaxFileStatus.Normal => "neutral",
        TaxFileStatus.Replacement => "warning",
    };
}
