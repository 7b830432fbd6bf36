using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Attachments;

/// <summary>What a file must be, and what must be said of it, before an invoice keeps it (docs/sources/faspay.md 6).</summary>
public static class DocumentFileRules
{
    /// <summary>
    /// Refuses <c>document-file.missing</c>, <c>document-file.too-large</c>, <c>document-file.not-allowed</c>, <c>document-file.name</c>.
    /// </summary>
    public static Refusal? WhyNot(string fileName, byte[] bytes) =>
        bytes.Length == 0 ? AttachmentRefusals.DocumentFileMissing
        : bytes.Length > DocumentFileInput.MostBytes ? AttachmentRefusals.DocumentFileTooLarge
        : DocumentFileKind.Of(bytes) is not { } kind ? AttachmentRefusals.DocumentFileNotAllowed
        : fileName.Length > DocumentFileInput.LongestName || !kind.Fits(fileName) ? AttachmentRefusals.DocumentFileName
        : null;

    /// <summary>
    /// Refuses <c>document-file.description</c>, and with withholding tax <c>document-file.withholding-off</c>,
    /// <c>document-file.withholding-number</c>, <c>document-file.withholding-amount</c>, <c>document-file.withholding-date</c>,
    /// <c>document-file.nothing-owed</c>, and <c>document-file.above-outstanding</c> until confirmed.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNot(
        DocumentFileInput input, bool withholdingTax, PayableFacts invoice, DateOnly today)
    {
        var description = PlainText.Line(input.Description).Length > DocumentFileInput.LongestDescription
            ? AttachmentRefusals.DocumentFileDescription
            : null;
        Refusal?[] refusals = input.Type switch
        {
            AttachmentType.Supporting => [description],
            AttachmentType.WithholdingTax =>
                withholdingTax ? [.. Withholding(input, invoice, today), description] : [AttachmentRefusals.WithholdingOff],
        };
        var wrong = refusals.OfType<Refusal>().ToList();
        var deducts = input is { Type: AttachmentType.WithholdingTax, Deducts: true, AboveOutstandingConfirmed: false };
        return wrong.Count == 0 && deducts && input.WithholdingAmount > invoice.Outstanding
            ? [AttachmentRefusals.WithholdingAboveOutstanding(input.WithholdingAmount.Value, invoice.Outstanding)]
            : wrong;
    }

    private static IEnumerable<Refusal?> Withholding(DocumentFileInput input, PayableFacts invoice, DateOnly today) =>
    [
        PlainText.Line(input.WithholdingNumber).Length is 0 or > DocumentFileInput.LongestWithholdingNumber
            ? AttachmentRefusals.WithholdingNumber
            : null,
        input.WithholdingAmount is not { } amount || amount is <= 0 or > DocumentFileInput.MostWithheld || Rupiah.Whole(amount) != amount
            ? AttachmentRefusals.WithholdingAmount
            : null,
        DayRange.Past(today).Holds(input.WithholdingDate) ? null : AttachmentRefusals.WithholdingDate(DayRange.Past(today)),
        input.Deducts ? Invoice.WhyNotDeducted(invoice.Type, invoice.Status) : null,
    ];
}
