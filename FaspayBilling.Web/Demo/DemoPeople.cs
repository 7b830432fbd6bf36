using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Demo;

/// <summary>Who acted in the demo's past: names of the demo's users.</summary>
internal sealed record DemoPeople(string Finance, string Admin)
{
    public static DemoPeople Of(DemoContent content, string merchantCode)
    {
        return new(Name(Role.Finance), Name(Role.Admin));

        string Name(Role role) => content.Users.First(u => u.MerchantCode == merchantCode && u.Role == role).Name;
    }
}
