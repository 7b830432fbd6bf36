using FaspayBilling.Core.Domain.TaxFiles;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>How E-Faktur Files words and colours what it holds.</summary>
internal static class TaxFileTexts
{
    public static string Of(TaxFileEmailStatus status) => status switch
    {
        TaxFileEmailStatus.ReadyToSend => "Ready to Send",
        TaxFileEmailStatus.Sent => "Sent",
        TaxFileEmailStatus.Failed => "Failed",
    };

    public static string Tone(TaxFileEmailStatus status) => status switch
    {
        TaxFileEmailStatus.ReadyToSend => "info",
        TaxFileEmailStatus.Sent => "good",
        TaxFileEmailStatus.Failed => "danger",
    };

    public static string Of(TaxFileStatus status) => status switch
    {
        TaxFileStatus.Normal => "Normal",
        TaxFileStatus.Replacement => "Replacement",
    };

    public static string Tone(TaxFileStatus status) => status switch
    {
        TaxFileStatus.Normal => "neutral",
        TaxFileStatus.Replacement => "warning",
    };
}
