using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Money;

namespace FaspayBilling.Core.Domain.BillingDocuments;

/// <summary>What a file must be, and what must be said of it, before an invoice keeps it (R8 to R10).</summary>
public static class DocumentFileRules
{
    /// <summary>Refuses <c>document-file.missing</c>, <c>document-file.too-large</c>, <c>document-file.not-allowed</c>, <c>document-file.name</c>.</summary>
    public static Refusal? WhyNot(string fileName, byte[] bytes) =>
        bytes.Length == 0 ? Refusals.DocumentFileMissing
        : bytes.Length > DocumentFileInput.MostBytes ? Refusals.DocumentFileTooLarge
        : DocumentFileKind.Of(bytes) is not { } kind ? Refusals.DocumentFileNotAllowed
        : fileName.Length > DocumentFileInput.LongestName || !kind.Fits(fileName) ? Refusals.DocumentFileName
        : null;

    /// <summary>
    /// Refuses <c>document-file.description</c>, and with withholding tax <c>document-file.withholding-off</c>, <c>document-file.withholding-number</c>,
    /// <c>document-file.withholding-amount</c>, <c>document-file.withholding-date</c>, <c>document-file.nothing-owed</c>, and
    /// <c>document-file.above-outstanding</c> until confirmed.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNot(DocumentFileInput input, bool withholdingTax, InvoiceStatus status, decimal outstanding, DateOnly today)
    {
        var description = input.Description.Trim().Length > DocumentFileInput.LongestDescription ? Refusals.DocumentFileDescription : null;
        Refusal?[] refusals = input.Type switch
        {
            BillingDocumentType.Supporting => [description],
            BillingDocumentType.WithholdingTax => withholdingTax ? [.. Withholding(input, status, today), description] : [Refusals.WithholdingOff],
        };
        var wrong = refusals.OfType<Refusal>().ToList();
        var deducts = input is { Type: BillingDocumentType.WithholdingTax, Deducts: true, AboveOutstandingConfirmed: false };
        return wrong.Count == 0 && deducts && input.WithholdingAmount > outstanding ? [Refusals.WithholdingAboveOutstanding(input.WithholdingAmount.Value, outstanding)] : wrong;
    }

    private static IEnumerable<Refusal?> Withholding(DocumentFileInput input, InvoiceStatus status, DateOnly today) =>
    [
        input.WithholdingNumber.Trim().Length is 0 or > DocumentFileInput.LongestWithholdingNumber ? Refusals.WithholdingNumber : null,
        input.WithholdingAmount is not { } amount || amount is <= 0 or > DocumentFileInput.MostWithheld || Rupiah.Cents(amount) != amount ? Refusals.WithholdingAmount : null,
        input.WithholdingDate is not { } date || date > today ? Refusals.WithholdingDate : null,
        input.Deducts && status == InvoiceStatus.Cancelled ? Refusals.WithholdingNothingOwed : null,
    ];
}
