using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Attachments;

/// <summary>The "no" about files that are kept with an invoice.</summary>
public static class AttachmentRefusals
{
    public static readonly Refusal DocumentFileNotFound = Refusal.NotFound("document-file.not-found");
    public static readonly Refusal DocumentFileMissing = Refusal.Bad("document-file.missing", DocumentFileInput.File);
    public static readonly Refusal DocumentFileTooLarge = Refusal.Bad("document-file.too-large", DocumentFileInput.File);
    public static readonly Refusal DocumentFileNotAllowed = Refusal.Bad("document-file.not-allowed", DocumentFileInput.File);
    public static readonly Refusal DocumentFileName = Refusal.Bad("document-file.name", DocumentFileInput.File);
    public static readonly Refusal DocumentFileDescription =
        Refusal.Bad("document-file.description", nameof(DocumentFileInput.Description));
    public static readonly Refusal WithholdingOff = Refusal.Bad("document-file.withholding-off", nameof(DocumentFileInput.Type));
    public static readonly Refusal WithholdingNumber =
        Refusal.Bad("document-file.withholding-number", nameof(DocumentFileInput.WithholdingNumber));
    public static readonly Refusal WithholdingAmount = Refusal.Bad(
        "document-file.withholding-amount",
        nameof(DocumentFileInput.WithholdingAmount),
        ("most", Value.Money(DocumentFileInput.MostWithheld)));

    public static Refusal WithholdingDate(DayRange days) => Refusal.Bad(
        "document-file.withholding-date",
        nameof(DocumentFileInput.WithholdingDate),
        ("first", days.First),
        ("last", days.Last));

    public static Refusal WithholdingAboveOutstanding(decimal amount, decimal outstanding) => Refusal.Of(
        RefusalKind.NeedsConfirmation,
        "document-file.above-outstanding",
        nameof(DocumentFileInput.WithholdingAmount),
        ("amount", Value.Money(amount)),
        ("outstanding", Value.Money(outstanding)));
}
