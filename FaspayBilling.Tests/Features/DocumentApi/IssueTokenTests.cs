using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class IssueTokenTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("022732101075000")]
    [InlineData("0022732101075000:201901234567")]
    public async Task A_clients_token_is_for_its_own_merchant(string? onBehalfOf)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var client = await db.ClientAsync(fpy);

        (await db.Get<IssueToken>().HandleAsync(client.ClientId, GivenClient.Secret, onBehalfOf, default)).Value
            .Should().Be(new ApiGrant(client.Id, fpy.Id));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task An_intermediarys_token_is_for_the_taxpayer_on_the_days_of_its_grant(int days, bool granted)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var client = await db.ClientAsync(await db.Given.MerchantAsync("AGN", "055555555555000"));
        await db.RepresentAsync(client, fpy, from: new(2026, 11, 20), to: new(2026, 11, 29));
        db.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(7)).AddDays(days));

        var answer = await db.Get<IssueToken>().HandleAsync(client.ClientId, GivenClient.Secret, "02.273.210.1-075.000", default);

        (answer.Ok ? answer.Value.MerchantId : 0).Should().Be(granted ? fpy.Id : 0);
        (answer.Refusal?.Code).Should().Be(granted ? null : "token.taxpayer");
    }

    [Fact]
    public async Task A_revoked_client_signs_in_no_more_whatever_its_secret()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var client = await db.ClientAsync(fpy);
        await db.Get<RevokeApiClient>().HandleAsync(fpy.Admin, client.Id, default);

        (await db.Get<IssueToken>().HandleAsync(client.ClientId, GivenClient.Secret, null, default)).Refusal!.Code
            .Should().Be("token.client");
        (await db.Get<IssueToken>().HandleAsync("nobody", GivenClient.Secret, null, default)).Refusal!.Code.Should().Be("token.client");
    }

    [Fact]
    public async Task A_sign_in_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var client = await db.ClientAsync(await db.Given.MerchantAsync());

        (await db.Get<IssueToken>().HandleAsync(client.ClientId, "wrong", null, default)).Refusal!.Code.Should().Be("token.client");
        (await db.Get<IssueToken>().HandleAsync(client.ClientId, GivenClient.Secret, "044444444444000", default)).Refusal!.Code
            .Should().Be("token.taxpayer");
        (await db.Get<IssueToken>().HandleAsync(client.ClientId, GivenClient.Secret, null, default)).Ok.Should().BeTrue();
    }
}
