using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

/// <summary>Customers and their groups.</summary>
internal static class GivenCustomers
{
    public static Task<CustomerGroup> GroupAsync(this TestDb db, GivenMerchant merchant, string name) =>
        db.AddAsync(new CustomerGroup { MerchantId = merchant.Id, Name = name });

    /// <summary>A merchant with a customer without a group, one of the group Retail, and an archived one.</summary>
    public static async Task<GivenMerchant> MerchantWithCustomersAsync(this TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        var group = await db.GroupAsync(fpy, "Retail");
        await db.AddAsync(new Customer
        {
            MerchantId = fpy.Id,
            Number = 1,
            Name = "PT Maju 100%",
            Email = "finance@maju.example",
            Npwp = "026015362054000",
            VaNumber = "1234567890"
        });
        await db.AddAsync(new Customer
        {
            MerchantId = fpy.Id,
            Number = 2,
            Name = "Dewi",
            Email = "dewi@mail.example",
            Document = BuyerIdType.NationalId,
            DocumentNumber = "3171014101900001",
            VaNumber = "2234567890",
            GroupId = group.Id,
        });
        await db.AddAsync(new Customer { MerchantId = fpy.Id, Number = 3, Name = "Old", ArchivedAt = db.Clock.GetUtcNow().UtcDateTime });
        return fpy;
    }
}
