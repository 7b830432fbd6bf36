namespace FaspayBilling.Core.Domain;

/// <summary>The "no" of calls to the merchant's own address.</summary>
public static partial class Refusals
{
    public static readonly Refusal CallbackUrl = Bad("callback.url", "Enter an https address on the public internet, e.g. https://shop.example.co.id/faspay/callback, at most 500 characters; or leave it empty for no callbacks.", "Url");
    public static readonly Refusal CallbackNotFound = new(RefusalKind.NotFound, "callback.not-found", "There is no such callback.");
    public static readonly Refusal CallbackNotRepeatable = Rule("callback.not-repeatable", "The callback is already waiting to be made.");
}
