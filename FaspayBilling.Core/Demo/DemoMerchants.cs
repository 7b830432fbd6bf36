using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Demo;

/// <summary>The demo's two merchants and what each has of its own.</summary>
internal static class DemoMerchants
{
    /// <summary>FPY: everything that the documentation shows, and 18 months of business.</summary>
    public static async Task AddDocumentedAsync(Write write, DemoCalendar calendar)
    {
        // The NPWP is the one in the documented file name. The threshold sleeps until walk 2 wakes it: no mail at the start.
        var merchant = await AddAsync(write, new Merchant
        {
            Name = DemoUsers.MerchantName, Code = DemoUsers.MerchantCode, Npwp = "022732101075000", Nitku = "0022732101075000000000",
            Address = "Jl. Mampang Prapatan Raya No. 73A, Jakarta Selatan 12790",
        }, new Threshold { MerchantId = 0, Limit = 30 }, ["finance@fpy.example", "tax@fpy.example"]);
        var people = DemoPeople.Of(merchant.Code);
        var shop = new DemoShop(write, merchant, calendar, people);
        var random = new Random(20_230_307);
        var customers = await shop.AddCustomersAsync([.. DemoCustomers.All]);
        var writer = new DemoWriter(merchant, customers, calendar, people, random);
        var documented = new DocumentedInvoices(writer, calendar, random).Write();
        IReadOnlyList<DemoCustomer> privately = [.. DemoCustomers.People, .. DemoCustomers.OfTheAnswer];
        var recent = DemoPlans.Make(308, DemoCustomers.Companies, privately, calendar, random).Select(writer.Write).ToList();
        var ranges = new DemoRanges(merchant.Id, "000", calendar, people);
        documented.AddTo(ranges);
        ranges.Cover(recent, rest: 5, lastRest: 32);
        await shop.AddInvoicesAsync([.. documented.All, .. recent], ranges, writer, files: 2);
    }

    /// <summary>T8V: another tenant, to see that nothing of it shows at FPY.</summary>
    public static async Task AddOtherAsync(Write write, DemoCalendar calendar)
    {
        var merchant = await AddAsync(write, new Merchant
        {
            Name = DemoUsers.OtherMerchantName, Code = DemoUsers.OtherMerchantCode, Npwp = "013825647609000", Nitku = "0013825647609000000000",
            Address = "Jl. Raya Gubeng No. 18, Surabaya 60281",
        }, new Threshold { MerchantId = 0, Limit = 10, Active = true }, ["pajak@t8v.example"]);
        var people = DemoPeople.Of(merchant.Code);
        var shop = new DemoShop(write, merchant, calendar, people);
        var random = new Random(8);
        var customers = await shop.AddCustomersAsync([.. OtherCustomers.Companies, .. OtherCustomers.People]);
        var writer = new DemoWriter(merchant, customers, calendar, people, random);
        var recent = DemoPlans.Make(60, OtherCustomers.Companies, OtherCustomers.People, calendar, random).Select(writer.Write).ToList();
        var ranges = new DemoRanges(merchant.Id, "900", calendar, people);
        ranges.Cover(recent, rest: 18, lastRest: 9);
        await shop.AddInvoicesAsync(recent, ranges, writer, files: 1);
    }

    private static async Task<Merchant> AddAsync(Write write, Merchant merchant, Threshold threshold, List<string> addresses)
    {
        write.Db.Add(merchant);
        await write.SaveAsync();
        write.Db.Add(new BillingSettings { MerchantId = merchant.Id, NotificationAddresses = addresses });
        write.Db.Add(new Threshold { MerchantId = merchant.Id, Limit = threshold.Limit, Active = threshold.Active });
        await write.SaveAsync();
        return merchant;
    }
}
