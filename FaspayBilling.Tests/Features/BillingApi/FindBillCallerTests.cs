using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.BillingApi;

public sealed class FindBillCallerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_right_signature_names_the_credential_and_its_merchant(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        await db.SystemAsync(await db.Given.MerchantAsync("OTH"));

        (await db.Get<FindBillCaller>().HandleAsync(system.Sign("1001"), default)).Value
            .Should().Be(new BillCaller(system.ServiceId, fpy.Id, system.Username));
    }

    [Fact]
    public async Task Whatever_of_it_is_wrong_it_is_the_same_refusal()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var other = await db.SystemAsync(await db.Given.MerchantAsync("OTH"));
        var revoked = await db.SystemAsync(fpy);
        await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, revoked.ServiceId, default);
        var right = system.Sign("1001");

        foreach (var wrong in new[]
        {
            right with { TransactionNumber = "1002" },
            right with { ServiceId = other.ServiceId },
            right with { ServiceId = other.ServiceId + 4711 },
            right with { Signature = "" },
            right with { Signature = right.Signature.ToUpperInvariant() },
            (system with { Password = "no" }).Sign("1001"),
            revoked.Sign("1001"),
        })
        {
            (await db.Get<FindBillCaller>().HandleAsync(wrong, default)).Refusals
                .Should().ContainSingle().Which.Code
                .Should().Be("api-credential.signature");
        }

        (await db.Get<FindBillCaller>().HandleAsync(right, default)).Ok.Should().BeTrue();
    }
}
