using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices;

namespace FaspayBilling.Core.Features.Attachments;

/// <summary>
/// Keeps a file with an invoice of any status (docs/sources/faspay.md 6); a deducted withholding tax lowers what is owed in the same
/// transaction.
/// </summary>
public sealed class UploadAttachment(WriteTransaction transaction)
{
    /// <summary>
    /// Answers the document's key. Refuses <c>invoice.not-found</c>, <c>not-allowed</c> (Finance), <c>document-file.missing</c>,
    /// <c>document-file.too-large</c>, <c>document-file.not-allowed</c>, <c>document-file.name</c>, <c>document-file.description</c>; for
    /// withholding tax <c>document-file.withholding-off</c>, <c>document-file.withholding-number</c>,
    /// <c>document-file.withholding-amount</c>, <c>document-file.withholding-date</c>, <c>document-file.nothing-owed</c>, and
    /// <c>document-file.above-outstanding</c> until confirmed.
    /// </summary>
    /// <param name="actor">Who uploads.</param>
    /// <param name="number">The invoice's number: whatever else changed on it meanwhile, the file still belongs to it.</param>
    /// <param name="fileName">As the user's system calls it; what stands before the last slash is dropped.</param>
    /// <param name="bytes">All of the file; more than 2 MB are refused.</param>
    /// <param name="input">What the user says of it.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome<long>> HandleAsync(
        Actor actor, string number, string fileName, byte[] bytes, DocumentFileInput input, CancellationToken stop) =>
        transaction.RunAsync<long>(
            actor, new AuditedAction(HistorySubject.Invoice, "document-file.upload", ("invoice", number)), async write =>
        {
            var found = await LockedInvoice.TakeAsync(write, number);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var (invoice, _, settings) = found.Value;
            var name = BareName(fileName);
            var wrong = DocumentFileRules
                .WhyNot(input, settings.WithholdingTax, PayableFacts.Of(invoice), JakartaCalendar.DayOf(write.Now))
                .Prepend(DocumentFileRules.WhyNot(name, bytes))
                .OfType<Refusal>()
                .ToList();

            // What is wrong is mended first; only then is there something to confirm.
            if (wrong.Count > 0)
            {
                return Outcome<long>.Refused(wrong.OrderBy(r => r.Kind == RefusalKind.NeedsConfirmation));
            }

            var content = new FileContent { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Bytes = bytes };
            write.Db.Add(content);
            await write.SaveAsync();
            var document = Document(write, invoice, content, name, input);
            write.Db.Add(document);
            if (document.Deducts)
            {
                invoice.Deduct(document.WithholdingAmount, write.Now);
            }

            await write.SaveAsync();
            write.History(HistorySubject.Invoice, invoice.Id, Done(document));
            return document.Id;
        }, stop);

    private static Attachment Document(WriteContext write, Invoice invoice, FileContent content, string name, DocumentFileInput input)
    {
        var withheld = input.Type == AttachmentType.WithholdingTax;
        return new Attachment
        {
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            Type = input.Type,
            FileName = name,
            ContentType = DocumentFileKind.Of(content.Bytes)!.ContentType,
            Size = content.Bytes.Length,
            ContentId = content.Id,
            Description = PlainText.Line(input.Description),
            ForCustomer = input.ForCustomer,
            WithholdingNumber = withheld ? PlainText.Line(input.WithholdingNumber) : "",
            WithholdingAmount = withheld ? input.WithholdingAmount!.Value : 0,
            WithholdingDate = withheld ? input.WithholdingDate : null,
            Deducts = withheld && input.Deducts,
            UploadedAt = write.Now,
            UploadedBy = write.Actor.Name,
        };
    }

    private static Message Done(Attachment document) => document.Type == AttachmentType.WithholdingTax
        ? Message.Of(
            document.Deducts ? "document-file.upload:deducted" : "document-file.upload:withheld",
            ("file", document.FileName),
            ("number", document.WithholdingNumber ?? ""),
            ("amount", Value.Money(document.WithholdingAmount)))
        : Message.Of("document-file.upload", ("file", document.FileName));

    // Some browsers send a path, with either slash; what prints nothing would only hide the rest of a name.
    private static string BareName(string fileName) => PlainText.Line(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]);
}
