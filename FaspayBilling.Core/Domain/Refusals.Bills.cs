namespace FaspayBilling.Core.Domain;

/// <summary>Bill pages, payment instructions, mailing of E-Faktur files.</summary>
public static partial class Refusals
{
    public static readonly Refusal BillPageNotFound = new(RefusalKind.NotFound, "bill-page.not-found", "There is no such bill. Check the link, or ask whoever sent it.");
    public static readonly Refusal SettingsInstructions = Bad("settings.instructions", "The payment instructions may have at most 2.000 characters.", "Instructions");
    public static readonly Refusal FileNoAddress = Rule("file.no-address", "The customer has no e-mail address. Add one under Customers, then send the file again.");
    public static readonly Refusal FileAlreadyWaiting = Rule("file.already-waiting", "The file is already waiting to be sent.");
    public static readonly Refusal FileWasReplaced = Rule("file.was-replaced", "A later upload replaced this file. Send that one.");
}
