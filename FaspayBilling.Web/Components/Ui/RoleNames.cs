using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Components.Ui;

/// <summary>What the screens call a role.</summary>
internal static class RoleNames
{
    public static string Name(this Role role) => role switch
    {
        Role.Viewer => T("Viewer"),
        Role.Finance => T("Finance"),
        Role.Admin => T("Admin"),
    };
}
