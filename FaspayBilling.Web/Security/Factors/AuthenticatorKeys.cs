using System.Security.Cryptography;
using FaspayBilling.Core.Accounts.Factors;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace FaspayBilling.Web.Security.Factors;

/// <summary>The key of an authenticator app between the page that shows it and the form that comes back with the first code.</summary>
public sealed class AuthenticatorKeys(AuthenticatorCodes codes, IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("FaspayBilling.NewAuthenticatorKey").ToTimeLimitedDataProtector();

    /// <summary>A new key, as the form keeps it: the server made it, and for an hour it is good.</summary>
    public string New() => protector.Protect(codes.NewKey(), TimeSpan.FromHours(1));

    /// <summary>The key; empty when it is none of ours, or too old: no code is right for it.</summary>
    public string Read(string? kept)
    {
        try
        {
            return kept is { Length: > 0 } ? protector.Unprotect(kept) : "";
        }
        catch (CryptographicException)
        {
            return "";
        }
    }

    /// <summary>The picture that an app reads, as a data address.</summary>
    public static string Picture(string email, string key)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(AuthenticatorCodes.Address(email, key), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(pixelsPerModule: 5))}";
    }
}
