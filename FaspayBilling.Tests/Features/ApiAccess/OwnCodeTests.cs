using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class OwnCodeTests
{
    [Theory]
    [InlineData("MJB", "mjb-")]
    [InlineData("T8V", "t8v-")]
    public async Task A_user_name_begins_with_the_merchants_own_code(string code, string begins)
    {
        await using var db = await TestDb.MakeAsync();
        await db.Given.MerchantAsync();
        var own = await db.Given.MerchantAsync(code, "013825647609000");

        (await db.Get<MakeBillingCredential>().HandleAsync(own.Admin, default)).Value.Username.Should().StartWith(begins);
    }

    [Theory]
    [InlineData("0001-01-01", null, "representation.from", "16/11/2016")]
    [InlineData("2036-11-17", null, "representation.from", "16/11/2036")]
    [InlineData("2026-11-16", "2036-11-17", "representation.to", "16/11/2036")]
    [InlineData("2026-11-16", "9999-12-31", "representation.to", "16/11/2036")]
    [InlineData("2026-12-16", "2026-12-15", "representation.to", "16/12/2026")]
    [InlineData("2026-11-01", "2026-11-15", "representation.to", "16/11/2026")]
    public async Task A_representation_has_both_ends_within_ten_years(string from, string? to, string code, string said)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        var client = (await db.Get<MakeApiClient>().HandleAsync(other.Admin, "ERP", default)).Value;

        Outcome refused = await db.Get<GrantRepresentation>().HandleAsync(
            fpy.Admin,
            new RepresentationRequest(
                client.ClientId, true, false, false, Domain.Shared.Sample.Day(from), to is null ? null : Domain.Shared.Sample.Day(to)),
            default);

        refused.Refusals.Should().ContainSingle().Which.Code.Should().Be(code);
        refused.Refusal!.Sentence().Should().Contain(said);
    }
}
