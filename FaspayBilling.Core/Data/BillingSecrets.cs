using FaspayBilling.Core.Domain.ApiAccess;

namespace FaspayBilling.Core.Data;

/// <summary>How a billing credential is kept: the password encrypted, the signature as a keyed hash. Never called inside a write.</summary>
public sealed class BillingSecrets(InstallationSecrets secrets, SecretProtection protection)
{
    private const string SignatureKey = "billing-signature";
    internal const string PasswordPurpose = "FaspayBilling.BillingCredential.Password";

    /// <summary>What is stored of a user name and a password.</summary>
    public async Task<KeptCredential> KeepAsync(string username, string password, CancellationToken stop)
    {
        var key = await secrets.GetAsync(SignatureKey, stop);
        return new KeptCredential(
            username,
            protection.Protect(PasswordPurpose, password),
            BillingSignature.KeyedHash(BillingSignature.Of(username, password), key));
    }

    /// <summary>The signature that this credential gives to a bill's transaction number.</summary>
    public string SignatureOf(BillingCredential credential, string transactionNumber) =>
        BillingSignature.Of(credential.Username, protection.Unprotect(PasswordPurpose, credential.ProtectedPassword), transactionNumber);

    /// <summary>What to search for; null while this installation never made a credential.</summary>
    public async Task<string?> HashAsync(string signature, CancellationToken stop) =>
        await secrets.FindAsync(SignatureKey, stop) is { } key ? BillingSignature.KeyedHash(signature, key) : null;
}

/// <summary>A user name, and what is stored instead of its password.</summary>
/// <param name="Username">In plain text.</param>
/// <param name="ProtectedPassword">Encrypted.</param>
/// <param name="SignatureHash">Keyed hash of the signature.</param>
public sealed record KeptCredential(string Username, string ProtectedPassword, string SignatureHash)
{
    public BillingCredential Of(WriteContext write) => new()
    {
        MerchantId = write.Actor.MerchantId,
        Username = Username,
        ProtectedPassword = ProtectedPassword,
        SignatureHash = SignatureHash,
        CreatedAt = write.Now,
        CreatedBy = write.Actor.Name,
    };
}
