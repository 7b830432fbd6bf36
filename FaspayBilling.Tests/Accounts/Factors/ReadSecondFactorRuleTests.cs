using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class ReadSecondFactorRuleTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_merchant_leaves_it_to_everybody_and_one_that_asks_says_so(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, other) = (await db.Given.MerchantAsync(), await db.Given.MerchantAsync("T8V"));
        var read = db.Get<ReadSecondFactorRule>();

        (await read.HandleAsync(fpy.Admin, default)).Value.Should().Be(SecondFactorRule.Voluntary);
        await db.RuleAsync(fpy, SecondFactorRule.Everybody);

        (await read.HandleAsync(fpy.Admin, default)).Value.Should().Be(SecondFactorRule.Everybody);
        (await read.HandleAsync(other.Admin, default)).Value.Should().Be(SecondFactorRule.Voluntary);
    }

    [Fact]
    public async Task Only_an_admin_reads_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<ReadSecondFactorRule>().HandleAsync(fpy.Finance, default)).Refusal!.Code.Should().Be("not-allowed");
    }
}
