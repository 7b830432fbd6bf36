using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Merchants;

/// <summary>The "no" about the merchant and its settings.</summary>
public static class MerchantRefusals
{
    public static readonly Refusal SettingsInstructions = Refusal.Bad("settings.instructions", "Instructions");

    public static Refusal SettingsAddress(string address) => Refusal.Bad("settings.address", "Addresses", ("address", address));

    public static readonly Refusal SettingsTooManyAddresses = Refusal.Bad("settings.address:many", "Addresses");
    public static readonly Refusal SettingsWindow = Refusal.Bad("settings.window", "Window");
    public static readonly Refusal MerchantName = Refusal.Bad("merchant.name", "Name");
    public static readonly Refusal MerchantCodeInvalid = Refusal.Bad("merchant.code", "Code");
    public static readonly Refusal MerchantCodeFixed = Refusal.Bad("merchant.code-fixed", "Code");
    public static readonly Refusal MerchantCodeTaken = Refusal.Bad("merchant.code-taken", "Code");
    public static readonly Refusal MerchantNpwp = Refusal.Bad("merchant.npwp", "Npwp");
    public static readonly Refusal MerchantNitku = Refusal.Bad("merchant.nitku", "Nitku");
    public static readonly Refusal MerchantAddress = Refusal.Bad("merchant.address", "Address");
    public static readonly Refusal SecondFactorFirst = Refusal.Rule("merchant.second-factor-first");
    public static readonly Refusal MerchantLogo = Refusal.Bad("merchant.logo", "Logo");
    public static readonly Refusal MerchantLogoNotRead = Refusal.Bad("merchant.logo:time", "Logo");
    public static readonly Refusal MerchantLogoLost = Refusal.Bad("merchant.logo:lost", "Logo");
}
