using FaspayBilling.Web.Api.Description;
using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>What each call of the document API says of itself, with an example for every answer.</summary>
internal static class DocumentDescriptions
{
    private static readonly ApiSchema PageNumber = ApiSchema.Whole with { Least = 1 };
    private static readonly ApiSchema PageSize = ApiSchema.Whole with { Least = 1, Most = 100 };
    private static readonly DocumentFault NotFound = new("NotFound", "Document.UUID", "There is no document with this id.");
    private static readonly DocumentFault NotIssuer =
        new("Forbidden", "Document.UUID", "Only the issuer of the document may cancel it.");
    private static readonly DocumentFault Stranger =
        new("Forbidden", "Document.UUID", "The document was neither issued nor received by this taxpayer.");
    private static readonly DocumentFault NoGrant =
        new("Forbidden", "Document.UUID", "The taxpayer's grant to this client does not cover this today.");
    private static readonly DocumentFault BadPageSize = DocumentFault.Argument("pageSize", "pageSize: give a number from 1 to 100.");

    public static RouteHandlerBuilder DescribeToken(this RouteHandlerBuilder call) => call
        .Says(
            "Login",
            ApiSignIn.None,
            "A token for an hour. An intermediary names the taxpayer it acts for in the header onbehalfof.")
        .Asks(
            "onbehalfof", false, ApiSchema.Text with { Longest = 200 },
            "TIN, or TIN:ROB, of the taxpayer that an intermediary acts for.", DocumentExamples.Issuer, ParameterLocation.Header)
        .TakesForm(DocumentSchemas.TokenRequest, "Client credentials", DocumentExamples.TokenForm)
        .Answers(StatusCodes.Status200OK, DocumentSchemas.Token, "Token", () => DocumentExamples.Token)
        .FailsToken("invalid_client", "The client id or the secret is wrong, or the client was revoked.")
        .FailsToken("invalid_request", "client_id or client_secret is missing.")
        .FailsToken("unsupported_grant_type", "Only client_credentials is supported.")
        .FailsToken("invalid_scope", "The only scope is InvoicingAPI.")
        .FailsToken("unauthorised_client", "The taxpayer has not granted a representation that holds today.")
        .Fails(ApiOperation.Token, DocumentFault.TooManyRequests, DocumentFault.Broken, DocumentFault.Unavailable);

    public static RouteHandlerBuilder DescribeState(this RouteHandlerBuilder call) => call
        .Says(
            "Cancel or reject a document",
            ApiSignIn.Token,
            "The issuer cancels within the type's cancellationDuration after the issue; the receiver asks once for a rejection within "
                + "rejectionDuration. An Idempotency-Key makes a repeated call answer what the first one did.")
        .AsksForDocument()
        .Asks(
            "Idempotency-Key", false, ApiSchema.Like("^[!-~]{1,200}$"), "1 to 200 characters; kept 24 hours.", "order-4711",
            ParameterLocation.Header)
        .Takes(DocumentSchemas.StateChange, "Cancel", DocumentExamples.CancelBody)
        .Takes(DocumentSchemas.StateChange, "Reject", DocumentExamples.RejectBody)
        .Answers(StatusCodes.Status200OK, DocumentSchemas.State, "Cancelled", () => DocumentExamples.Cancelled)
        .Answers(StatusCodes.Status200OK, DocumentSchemas.State, "Rejection requested", () => DocumentExamples.Rejected)
        .Fails(
            ApiOperation.Cancel,
            DocumentFault.Unreadable,
            DocumentFault.Status,
            DocumentFault.Reason,
            DocumentFault.Key,
            DocumentFault.TooLarge,
            new(
                "IncorrectState",
                "Document.Status",
                "Only an Unpaid, Partially Paid or Overdue invoice can be cancelled; this one is Cancelled."),
            new("OperationPeriodOver", "cancelDeadline", "The time for cancelling ended on 05/01/2026 10:04."),
            new("ActiveReferencingDocuments", "Document.UUID", "A credit or debit note refers to this invoice. Cancel the note first."),
            DocumentFault.Unauthorized,
            NotIssuer,
            NotFound,
            new("UnprocessableEntity", "Idempotency-Key", "This key was used for another request."),
            DocumentFault.TooManyRequests,
            DocumentFault.Broken,
            DocumentFault.Busy,
            DocumentFault.Unavailable,
            DocumentFault.UnavailableUnknown);

    public static RouteHandlerBuilder DescribeDetails(this RouteHandlerBuilder call) => call
        .Says("Get Document Details", ApiSignIn.Token, "One document, for its issuer and for its receiver.")
        .AsksForDocument()
        .Answers(StatusCodes.Status200OK, DocumentRowSchemas.Details, "Document", () => DocumentExamples.Details)
        .Fails(
            ApiOperation.Details,
            DocumentFault.Unauthorized,
            Stranger,
            NotFound,
            DocumentFault.TooManyRequests,
            DocumentFault.Broken,
            DocumentFault.Unavailable);

    public static RouteHandlerBuilder DescribeRecent(this RouteHandlerBuilder call) => call
        .Says(
            "Get Recent Documents",
            ApiSignIn.Token,
            "Documents of the last 31 days, newest first, at most 100 a page. The older names direction, receiverId and issuerId are read "
                + "too. A period needs both its ends.")
        .Asks("pageNo", false, PageNumber with { Most = 10_000 }, "From 1.", "1")
        .Asks("pageSize", false, PageSize, "1 to 100.", "100")
        .Asks("InvoiceDirection", false, ApiSchema.OneOf("Sent", "Received"), "Sent or Received.", "Sent")
        .Asks(
            "status", false, ApiSchema.OneOf("Valid", "Cancelled", "Submitted", "Invalid"),
            "Valid or Cancelled; no document is Submitted or Invalid.", "Valid")
        .Asks("documentType", false, ApiSchema.Text, "The code of a type, 01 to 04 or 11 to 14.", "01")
        .Asks("receiverTin", false, ApiSchema.Text, "The receiver's tax id of 15 or 16 digits; only with Sent.", DocumentExamples.Receiver)
        .Asks("issuerTin", false, ApiSchema.Text, "The issuer's tax id of 15 or 16 digits; only with Received.", DocumentExamples.Issuer)
        .Asks("submissionDateFrom", false, ApiSchema.Text, "First moment (UTC) or day.", "2026-11-01T00:00:00Z")
        .Asks("submissionDateTo", false, ApiSchema.Text, "Last moment or day, included.", "2026-11-16T03:00:00Z")
        .Asks("issueDateFrom", false, ApiSchema.Text, "The same as submissionDateFrom.", "2026-11-01")
        .Asks("issueDateTo", false, ApiSchema.Text, "The same as submissionDateTo.", "2026-11-16")
        .Answers(StatusCodes.Status200OK, DocumentRowSchemas.Recent, "Documents", () => DocumentExamples.Recent)
        .Fails(
            ApiOperation.Recent,
            BadPageSize,
            DocumentFault.Unauthorized,
            NoGrant,
            DocumentFault.TooManyRequests,
            DocumentFault.Broken,
            DocumentFault.Unavailable);

    public static RouteHandlerBuilder DescribeTypes(this RouteHandlerBuilder call) => call
        .Says("Get All Document Types", ApiSignIn.Token, "The eight types of document.")
        .Answers(StatusCodes.Status200OK, DocumentSchemas.Types, "Types", () => DocumentExamples.Types)
        .Fails(
            ApiOperation.DocumentTypes,
            DocumentFault.Unauthorized,
            DocumentFault.TooManyRequests,
            DocumentFault.Broken,
            DocumentFault.Unavailable);

    public static RouteHandlerBuilder DescribeType(this RouteHandlerBuilder call) => call
        .Says("Get Document Type", ApiSignIn.Token, "One type with its workflow parameters, in hours.")
        .Asks("id", true, DocumentSchemas.TypeNumber, "1 to 4 or 11 to 14.", "1", ParameterLocation.Path)
        .Answers(StatusCodes.Status200OK, DocumentSchemas.TypeDetails, "Type", () => DocumentExamples.Type)
        .Fails(
            ApiOperation.DocumentType, DocumentFault.Unauthorized, DocumentFault.NoSuchType, DocumentFault.TooManyRequests,
            DocumentFault.Broken,
            DocumentFault.Unavailable);

    public static RouteHandlerBuilder DescribeNotifications(this RouteHandlerBuilder call) => call
        .Says(
            "Get Notifications",
            ApiSignIn.Token,
            "What happened to the taxpayer's documents: received, validated, cancelled, rejection initiated.")
        .Asks("pageNo", false, PageNumber with { Most = 1_000_000 }, "From 1.", "1")
        .Asks("pageSize", false, PageSize, "1 to 100.", "100")
        .Asks("dateFrom", false, ApiSchema.Text, "First moment (UTC) or day.", "2026-11-01")
        .Asks("dateTo", false, ApiSchema.Text, "Last moment or day, included.", "2026-11-16T03:00:00Z")
        .Asks("type", false, ApiSchema.Text, "The number of a type of notice.", "6")
        .Asks("language", false, ApiSchema.OneOf("ms", "en"), "Every notice is in English.", "en")
        .Asks(
            "status", false, ApiSchema.OneOf(NotificationParameters.StatusChoices), "Every notice is Delivered, or 4.", "Delivered")
        .Answers(StatusCodes.Status200OK, DocumentSchemas.Notifications, "Notifications", () => DocumentExamples.Notifications)
        .Fails(
            ApiOperation.Notifications, BadPageSize, DocumentFault.Unauthorized, NoGrant, DocumentFault.TooManyRequests,
            DocumentFault.Broken,
            DocumentFault.Unavailable);

    private static RouteHandlerBuilder AsksForDocument(this RouteHandlerBuilder call) =>
        call.Asks("uuid", true, DocumentSchemas.Uuid, "The document's 26 characters.", ExampleValues.Document, ParameterLocation.Path);

    private static RouteHandlerBuilder FailsToken(this RouteHandlerBuilder call, string error, string description) => call.Answers(
        StatusCodes.Status400BadRequest, DocumentSchemas.TokenError, error, () => DocumentExamples.TokenError(error, description));

    /// <summary>Adds the error answers that a call can give, as the call writes them.</summary>
    private static RouteHandlerBuilder Fails(this RouteHandlerBuilder call, ApiOperation operation, params DocumentFault[] faults)
    {
        foreach (var fault in faults)
        {
            // Those that one code says of several things.
            var name = fault.Code is "BadArgument" or "ServiceUnavailable" ? $"{fault.Code} {fault.Target}" : fault.Code;
            name = fault == DocumentFault.UnavailableUnknown ? $"{name}, perhaps done" : name;
            call.Answers(
                DocumentAnswers.Status(fault), DocumentSchemas.Error, name, () => DocumentAnswers.Refused(operation, fault).Body);
        }

        return call;
    }
}
