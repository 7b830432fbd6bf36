using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>One passkey of a user.</summary>
/// <param name="Id">Its credential id, Base64Url.</param>
/// <param name="Name">What the user calls it.</param>
/// <param name="MadeAt">UTC.</param>
public sealed record PasskeyRow(string Id, string Name, DateTime MadeAt)
{
    internal static PasskeyRow Of(IdentityUserPasskey<long> passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Data.Name ?? "", passkey.Data.CreatedAt.UtcDateTime);

    /// <summary>The credential id; empty for what is none.</summary>
    internal static byte[] KeyOf(string id) => Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
}
