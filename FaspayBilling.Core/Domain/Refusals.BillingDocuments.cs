using FaspayBilling.Core.Domain.BillingDocuments;
using FaspayBilling.Core.Domain.Money;

namespace FaspayBilling.Core.Domain;

/// <summary>The "no" of files that are kept with an invoice.</summary>
public static partial class Refusals
{
    public static readonly Refusal DocumentFileNotFound = new(RefusalKind.NotFound, "document-file.not-found", "There is no such document. It may have been deleted.");
    public static readonly Refusal DocumentFileMissing = Bad("document-file.missing", "Choose a file that is not empty.", DocumentFileInput.File);
    public static readonly Refusal DocumentFileTooLarge = Bad("document-file.too-large", "A document may have at most 2 MB.", DocumentFileInput.File);
    public static readonly Refusal DocumentFileNotAllowed = Bad("document-file.not-allowed", "Only JPG, PNG and PDF can be uploaded; this file is none of them, or is damaged.", DocumentFileInput.File);
    public static readonly Refusal DocumentFileName = Bad("document-file.name", "The name must have at most 200 characters and end as the content is: .jpg or .jpeg, .png or .pdf.", DocumentFileInput.File);
    public static readonly Refusal DocumentFileDescription = Bad("document-file.description", "The description may have at most 300 characters.", nameof(DocumentFileInput.Description));
    public static readonly Refusal WithholdingOff = Bad("document-file.withholding-off", "Withholding Tax is not enabled. An admin can switch it on under Settings, Billing Settings, Features.", nameof(DocumentFileInput.Type));
    public static readonly Refusal WithholdingNumber = Bad("document-file.withholding-number", "Enter the WHT No, at most 60 characters.", nameof(DocumentFileInput.WithholdingNumber));
    public static readonly Refusal WithholdingAmount = Bad("document-file.withholding-amount", "Enter a WHT Amount above 0, with at most two decimals.", nameof(DocumentFileInput.WithholdingAmount));
    public static readonly Refusal WithholdingDate = Bad("document-file.withholding-date", "Enter the WHT Date; it may not be in the future.", nameof(DocumentFileInput.WithholdingDate));
    public static readonly Refusal WithholdingNothingOwed = Bad("document-file.nothing-owed", "Nothing is owed on a cancelled invoice, so nothing can be deducted. Switch Deduct Amount Due off to keep the file only.", nameof(DocumentFileInput.Deducts));

    public static Refusal WithholdingAboveOutstanding(decimal amount, decimal outstanding) => new(
        RefusalKind.NeedsConfirmation, "document-file.above-outstanding", $"{Rupiah.Text(amount)} is more than the outstanding {Rupiah.Text(outstanding)}. Deduct it anyway?", nameof(DocumentFileInput.WithholdingAmount));
}
