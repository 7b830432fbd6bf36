using Microsoft.AspNetCore.DataProtection;

namespace FaspayBilling.Core.Data;

/// <summary>
/// Secrets that must be read again, encrypted with the keys of the installation. Never called inside a write: the first use of a
/// new key writes it on a connection of its own, and SQLite's would wait for the write around it.
/// </summary>
public sealed class SecretProtection(IDataProtectionProvider protection, WriteGate gate)
{
    /// <summary>Encrypts; only the same <paramref name="purpose"/> reads it again.</summary>
    /// <exception cref="InvalidOperationException">The caller is inside a write.</exception>
    public string Protect(string purpose, string secret) => Protector(purpose).Protect(secret);

    /// <inheritdoc cref="Protect"/>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the installation are not those that protected
    /// it.</exception>
    public string Unprotect(string purpose, string secret) => Protector(purpose).Unprotect(secret);

    private IDataProtector Protector(string purpose)
    {
        gate.RefuseInside("The keys of the installation");
        return protection.CreateProtector(purpose);
    }
}
