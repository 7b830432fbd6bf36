using Microsoft.AspNetCore.DataProtection;

namespace FaspayBilling.Core.Data;

/// <summary>
/// Secrets that must be read again, encrypted with the keys of the installation. Never called inside a write: the first use of a
/// new key writes it on a connection of its own.
/// </summary>
public sealed class SecretProtection(IDataProtectionProvider protection)
{
    /// <summary>Encrypts; only the same <paramref name="purpose"/> reads it again.</summary>
    public string Protect(string purpose, string secret) => protection.CreateProtector(purpose).Protect(secret);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the installation are not those that protected it.</exception>
    public string Unprotect(string purpose, string secret) => protection.CreateProtector(purpose).Unprotect(secret);
}
