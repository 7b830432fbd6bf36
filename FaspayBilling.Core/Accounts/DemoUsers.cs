using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Accounts;

/// <summary>The users that the demo data makes; they exist in Development only, and the sign-in page lists them there.</summary>
public static class DemoUsers
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "Demo-2026!";

    public const string MerchantCode = "FPY";
    public const string MerchantName = "Faspay Demo";
    public const string OtherMerchantCode = "T8V";
    public const string OtherMerchantName = "Toko Delapan";

    public static readonly IReadOnlyList<DemoUser> All =
    [
        new(MerchantCode, "admin@fpy.example", "Ayu Admin", Role.Admin),
        new(MerchantCode, "finance@fpy.example", "Fajar Finance", Role.Finance),
        new(MerchantCode, "viewer@fpy.example", "Vina Viewer", Role.Viewer),
        new(OtherMerchantCode, "admin@t8v.example", "Agus Admin", Role.Admin),
        new(OtherMerchantCode, "finance@t8v.example", "Fitri Finance", Role.Finance),
        new(OtherMerchantCode, "viewer@t8v.example", "Vito Viewer", Role.Viewer),
    ];
}
