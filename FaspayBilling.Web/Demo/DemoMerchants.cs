using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Web.Demo;

/// <summary>The demo's two merchants and what each has of its own.</summary>
internal static class DemoMerchants
{
    /// <summary>FPY: everything that the documentation shows, and 18 months of business.</summary>
    public static async Task AddDocumentedAsync(DemoContent content, WriteContext write, DemoCalendar calendar)
    {
        // The threshold sleeps until walk 2 wakes it: no mail at the start.
        var merchant = await AddAsync(write, content.Merchant, DemoContent.MerchantCode, limit: 30, active: false);
        var people = DemoPeople.Of(content, merchant.Code);
        var shop = new DemoShop(write, merchant, calendar, people);
        var random = new Random(20_230_307);
        var customers = await shop.AddCustomersAsync(content.Customers.All);
        var writer = new DemoWriter(merchant, customers, calendar, people, random);
        var documented = new DocumentedInvoices(writer, content.Customers, calendar, random).Write();
        var recent = DemoPlans.Make(308, content.Customers.Companies, content.Customers.Private, calendar, random)
            .Select(writer.Write)
            .ToList();
        var ranges = new DemoRanges(merchant.Id, "000", calendar, people);
        documented.AddTo(ranges);
        ranges.Cover(recent, rest: 5, lastRest: 32);
        await shop.AddInvoicesAsync([.. documented.All, .. recent], ranges, writer, files: 2);
    }

    /// <summary>T8V: another tenant, to see that nothing of it shows at FPY.</summary>
    public static async Task AddOtherAsync(DemoContent content, WriteContext write, DemoCalendar calendar)
    {
        var merchant = await AddAsync(write, content.OtherMerchant, DemoContent.OtherMerchantCode, limit: 10, active: true);
        var people = DemoPeople.Of(content, merchant.Code);
        var shop = new DemoShop(write, merchant, calendar, people);
        var random = new Random(8);
        var customers = await shop.AddCustomersAsync(content.OtherCustomers.All);
        var writer = new DemoWriter(merchant, customers, calendar, people, random);
        var recent = DemoPlans.Make(60, content.OtherCustomers.Companies, content.OtherCustomers.Private, calendar, random)
            .Select(writer.Write)
            .ToList();
        var ranges = new DemoRanges(merchant.Id, "900", calendar, people);
        ranges.Cover(recent, rest: 18, lastRest: 9);
        await shop.AddInvoicesAsync(recent, ranges, writer, files: 1);
    }

    private static async Task<Merchant> AddAsync(WriteContext write, DemoMerchant demo, string code, int limit, bool active)
    {
        var merchant = new Merchant { Name = demo.Name, Code = code, Npwp = demo.Npwp, Nitku = demo.Nitku, Address = demo.Address };
        write.Db.Add(merchant);
        await write.SaveAsync();
        write.Db.Add(new BillingSettings { MerchantId = merchant.Id, NotificationAddresses = [.. demo.Notices] });
        write.Db.Add(new Threshold { MerchantId = merchant.Id, Limit = limit, Active = active });
        await write.SaveAsync();
        return merchant;
    }
}
