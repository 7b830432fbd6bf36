using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Security;

/// <summary>Names for <c>[Authorize(Policy = …)]</c> on pages; the handlers check the role again.</summary>
public static class Policies
{
    public const string Finance = nameof(Role.Finance);
    public const string Admin = nameof(Role.Admin);
}
