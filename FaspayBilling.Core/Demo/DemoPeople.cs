using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Demo;

/// <summary>Who acted in the demo's past: names of the demo's users.</summary>
internal sealed record DemoPeople(string Finance, string Admin)
{
    public static DemoPeople Of(string merchantCode) => new(Name(merchantCode, Role.Finance), Name(merchantCode, Role.Admin));

    private static string Name(string merchantCode, Role role) => DemoUsers.All.First(u => u.MerchantCode == merchantCode && u.Role == role).Name;
}
