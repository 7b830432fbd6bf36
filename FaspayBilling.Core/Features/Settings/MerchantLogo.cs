using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Reading;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>A picture by its content, not by its name; what is kept of it was drawn anew.</summary>
internal static class MerchantLogo
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    /// <summary>The data URL of a PNG or JPG of at most 1 MB. Refuses <c>merchant.logo</c>.</summary>
    public static async Task<Outcome<string>> ReadAsync(ForeignReader reader, byte[] content, CancellationToken stop)
    {
        var type = content.AsSpan().StartsWith(Png) ? "image/png" : content.AsSpan().StartsWith(Jpeg) ? "image/jpeg" : null;
        if (type is null || content.Length > SaveMerchant.LargestLogo)
        {
            return MerchantRefusals.MerchantLogo;
        }

        var read = await reader.RedrawAsync(content, stop);
        return read.Result switch
        {
            ReadResult.Read => $"data:{type};base64,{Convert.ToBase64String(read.Bytes)}",
            ReadResult.Unreadable => MerchantRefusals.MerchantLogo,
            ReadResult.NotInTime => MerchantRefusals.MerchantLogoNotRead,
        };
    }
}
