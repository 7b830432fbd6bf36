using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>A passkey of somebody, as if a browser had made it; nobody can sign with it.</summary>
internal static class PasskeyData
{
    /// <summary>Adds it.</summary>
    /// <param name="add">The handler, of the test's database or of its product.</param>
    /// <param name="owner">Somebody who is signed in and has given the password again.</param>
    public static async Task AddAsync(AddPasskey add, Actor owner)
    {
        var passkey = new UserPasskeyInfo(
            credentialId: [1, 2, 3, 4],
            publicKey: [5],
            createdAt: Given.Clock().GetUtcNow(),
            signCount: 0,
            transports: ["internal"],
            isUserVerified: true,
            isBackupEligible: false,
            isBackedUp: false,
            attestationObject: [6],
            clientDataJson: [7]);
        (await add.HandleAsync(owner, passkey, "Laptop", CancellationToken.None)).Ok.Should().BeTrue();
    }
}
