using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.EndToEnd.Factors;

/// <summary>Both walks of docs/rules.md 13 by users who sign in with a passkey.</summary>
[Collection(nameof(WalkMail))]
public sealed class PasskeyWalkTests
{
    [ChromiumTheory]
    [InlineData(Language.English)]
    [InlineData(Language.Indonesian)]
    public async Task The_cancellation_walk_goes_with_a_passkey(Language language)
    {
        await using var web = TestWeb.WithDemo();
        await using var finance = await ComeAsync(web, "finance@fpy.example", language);

        await CancellationWalkTests.WalkAsync(finance);
    }

    [ChromiumTheory]
    [InlineData(Language.English)]
    [InlineData(Language.Indonesian)]
    public async Task The_threshold_walk_goes_with_a_passkey(Language language)
    {
        await using var mail = new WalkMail();
        await using var web = TestWeb.WithDemo(mail.Settings);

        await ThresholdWalkTests.WalkAsync(mail, language, email => ComeAsync(web, email, language));
    }

    private static async Task<Guest> ComeAsync(TestWeb web, string email, Language language)
    {
        var guest = await Guest.ComeAsync(Passkeys.AddressOf(web.Address), email, language: language);
        await guest.UsePasskeyAsync();
        return guest;
    }
}
