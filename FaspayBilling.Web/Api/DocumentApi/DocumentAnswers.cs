using System.Text.Json;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>The one way from an outcome to the document API's HTTP (docs/sources/myinvois.md 2.2 and 2.3).</summary>
internal static class DocumentAnswers
{
    /// <summary>The answer to a refused outcome: the first refusal decides, all are listed.</summary>
    public static JsonAnswer Refused(ApiOperation operation, Outcome outcome) => Refused(operation, [.. outcome.Refusals.Select(Fault)]);

    /// <summary>The answer to faults that were seen before a handler was asked.</summary>
    public static JsonAnswer Refused(ApiOperation operation, params IReadOnlyList<DocumentFault> faults)
    {
        var (status, english, malay) = Text(faults[0]);
        var name = faults[0].Code == "BadArgument" ? faults[0].Target : null;
        var error = new ErrorBody(
            faults[0].Code, english, name ?? "Document.UUID", name ?? PropertyName(faults[0]), null, faults[0].Code, english, malay,
            [.. faults.Select(f => new ErrorDetail(f.Code, f.Sentence, f.Target))], null);
        return new JsonAnswer(
            status, JsonSerializer.Serialize(new ErrorAnswer("Invalid", operation.Text(), error), DocumentJson.Default.ErrorAnswer));
    }

    /// <summary>The status of an answer that begins with this fault.</summary>
    public static int Status(DocumentFault fault) => Text(fault).Status;

    private static DocumentFault Fault(Refusal refusal) => refusal.Code switch
    {
        "document.not-found" => new("NotFound", "Document.UUID", refusal.InEnglish()),
        "document.forbidden" => new("Forbidden", "Document.UUID", refusal.InEnglish()),
        "invoice.not-cancellable" or "document.not-rejectable" or "document.rejection-requested" =>
            new("IncorrectState", "Document.Status", refusal.InEnglish()),
        "invoice.cancellation-period-over" => new("OperationPeriodOver", "cancelDeadline", refusal.InEnglish()),
        "document.rejection-period-over" => new("OperationPeriodOver", "rejectDeadline", refusal.InEnglish()),
        "invoice.referenced" => new("ActiveReferencingDocuments", "Document.UUID", refusal.InEnglish()),
        "cancel.reason" => DocumentFault.Reason,
        "idempotency.other-request" => new("UnprocessableEntity", "Idempotency-Key", refusal.InEnglish()),
        "token.client" => DocumentFault.Unauthorized,
        _ => OfKind(refusal),
    };

    private static DocumentFault OfKind(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadInput => DocumentFault.Argument(refusal.Field ?? "body", refusal.InEnglish()),
        RefusalKind.NotFound => new("NotFound", "Document.UUID", refusal.InEnglish()),
        RefusalKind.NotAllowed => new("Forbidden", "Document.UUID", refusal.InEnglish()),
        RefusalKind.Rule or RefusalKind.NeedsConfirmation or RefusalKind.NeedsProof =>
            new("IncorrectState", "Document.Status", refusal.InEnglish()),
        RefusalKind.ChangedElsewhere => DocumentFault.Busy,
        RefusalKind.Unavailable => DocumentFault.Unavailable,
    };

    private static string? PropertyName(DocumentFault fault) => fault.Code == "OperationPeriodOver" ? fault.Target : null;

    private static (int Status, string English, string Malay) Text(DocumentFault fault) => fault.Code switch
    {
        "BadRequest" => (400, "The request could not be read.", "Permintaan tidak dapat dibaca."),
        "BadArgument" => (400, $"The argument {fault.Target} is missing or wrong.", $"Argumen {fault.Target} tiada atau salah."),
        "MaximumSizeExceeded" => (400, "The request is too large.", "Permintaan terlalu besar."),
        "IncorrectState" => (400, "The document is not in a state that allows this.", "Status dokumen tidak membenarkan tindakan ini."),
        "OperationPeriodOver" when fault.Target == "rejectDeadline" =>
            (400, "The time limit for rejecting this document has passed.", "Tempoh penolakan dokumen ini telah tamat."),
        "OperationPeriodOver" =>
            (400, "The time limit for cancelling this document has passed.", "Tempoh pembatalan dokumen ini telah tamat."),
        "ActiveReferencingDocuments" => (400, "Another document refers to this one.", "Dokumen lain merujuk kepada dokumen ini."),
        "Unauthorized" => (401, "The caller is not signed in.", "Pemanggil tidak log masuk."),
        "Forbidden" =>
            (403, "The caller may not do this with the document.", "Pemanggil tidak dibenarkan melakukan tindakan ini pada dokumen."),
        "NotFound" => (404, "There is nothing with this id.", "Tiada apa-apa dengan id ini."),
        "UnprocessableEntity" => (422, "The Idempotency-Key belongs to another request.", "Idempotency-Key milik permintaan lain."),
        "TooManyRequests" => (429, "Too many calls.", "Terlalu banyak panggilan."),
        "ServiceUnavailable" => (503, "The service cannot answer now.", "Perkhidmatan tidak dapat menjawab sekarang."),
        _ => (500, "Something went wrong.", "Ralat telah berlaku."),
    };
}
