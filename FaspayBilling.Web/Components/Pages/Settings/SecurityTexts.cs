using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Settings;

namespace FaspayBilling.Web.Components.Pages.Settings;

/// <summary>The parts of the security history as its page names them.</summary>
internal static class SecurityTexts
{
    public static string Of(SecurityKind kind) => kind switch
    {
        SecurityKind.SignIns => T("Sign-ins"),
        SecurityKind.Users => T("Users"),
        SecurityKind.Settings => T("Settings"),
        SecurityKind.ApiAccess => T("API access"),
        SecurityKind.Refused => T("Refused"),
    };

    public static string Of(SecondFactorRule rule) => rule switch
    {
        SecondFactorRule.Voluntary => T("Nobody: each user decides"),
        SecondFactorRule.Admins => T("Admins"),
        SecondFactorRule.Everybody => T("Everybody"),
    };
}
