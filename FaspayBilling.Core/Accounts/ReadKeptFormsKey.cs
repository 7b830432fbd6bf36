using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>
/// The key with which a browser encrypts what a user typed and did not save: nobody else who uses that browser can read it
/// (docs/rules.md 12).
/// </summary>
public sealed class ReadKeptFormsKey(InstallationSecrets secrets)
{
    private const string Name = "kept-forms";

    /// <summary>32 bytes as Base64; always the same for a user, another for everybody else.</summary>
    public async Task<string> HandleAsync(Actor actor, CancellationToken stop)
    {
        var secret = Encoding.UTF8.GetBytes(await secrets.GetAsync(Name, stop));
        var whose = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{actor.MerchantId}:{actor.UserId}"));
        return Convert.ToBase64String(HMACSHA256.HashData(secret, whose));
    }
}
