using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class GenerateVaNumberTests
{
    [Fact]
    public async Task A_generated_VA_number_has_10_digits_and_is_nobodys()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var number = await db.Get<GenerateVaNumber>().HandleAsync(fpy.Finance, default);

        VaNumber.IsValid(number).Should().BeTrue();
        (await db.Get<SaveCustomer>()
            .HandleAsync(fpy.Finance, null, GoodCustomer.Company with { VaNumber = number }, version: 0, default)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Numbers_do_not_follow_each_other_and_none_begins_with_a_zero()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var numbers = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            numbers.Add(await db.Get<GenerateVaNumber>().HandleAsync(fpy.Finance, default));
        }

        numbers.Should().OnlyHaveUniqueItems().And.NotContain(n => n.StartsWith('0')).And.NotBeInAscendingOrder();
    }
}
