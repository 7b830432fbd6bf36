namespace FaspayBilling.Core.Features.Settings;

/// <summary>A picture by its content, not by its name.</summary>
internal static class MerchantLogo
{
    /// <summary>The data URL of a PNG or JPG of at most 1 MB; null for anything else.</summary>
    public static string? DataUrl(ReadOnlySpan<byte> content)
    {
        var type = content.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
            : content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
            : null;
        return type is null || content.Length > SaveMerchant.LargestLogo ? null : $"data:{type};base64,{Convert.ToBase64String(content)}";
    }
}
