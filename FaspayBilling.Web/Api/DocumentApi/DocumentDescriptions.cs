using FaspayBilling.Web.Api.Description;
using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>What each call of the document API says of itself, with an example for every answer.</summary>
internal static class DocumentDescriptions
{
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly DocumentFault NotFound = new("NotFound", "Document.UUID", "There is no such document.");
    private static readonly DocumentFault Forbidden = new("Forbidden", "Document.UUID", "Only the issuer of the document may cancel it.");

    public static RouteHandlerBuilder DescribeToken(this RouteHandlerBuilder call) => call
        .Says("Login", "A token for an hour. An intermediary names the taxpayer it acts for in the header onbehalfof.")
        .Asks(
            "onbehalfof", false, "TIN, or TIN:ROB, of the taxpayer that an intermediary acts for.", "0022732101075000",
            ParameterLocation.Header)
        .Takes(Form, "Client credentials", DocumentExamples.TokenForm)
        .Answers(StatusCodes.Status200OK, "Token", DocumentExamples.Token)
        .Answers(
            StatusCodes.Status400BadRequest,
            "invalid_client",
            DocumentExamples.TokenError("invalid_client", "The client id or the secret is wrong, or the client was revoked."))
        .Answers(
            StatusCodes.Status400BadRequest,
            "invalid_request",
            DocumentExamples.TokenError("invalid_request", "client_id or client_secret is missing."))
        .Answers(
            StatusCodes.Status400BadRequest,
            "unsupported_grant_type",
            DocumentExamples.TokenError("unsupported_grant_type", "Only client_credentials is supported."))
        .Answers(
            StatusCodes.Status400BadRequest,
            "invalid_scope",
            DocumentExamples.TokenError("invalid_scope", "The only scope is InvoicingAPI."))
        .Answers(
            StatusCodes.Status400BadRequest,
            "unauthorised_client",
            DocumentExamples.TokenError("unauthorised_client", "The taxpayer has not granted a representation that holds today."))
        .Fails(ApiOperation.Token, DocumentFault.TooManyRequests, DocumentFault.Broken);

    public static RouteHandlerBuilder DescribeState(this RouteHandlerBuilder call) => call
        .Says(
            "Cancel or reject a document",
            "The issuer cancels within the type's cancellationDuration after the issue; the receiver asks once for a rejection within "
                + "rejectionDuration. An Idempotency-Key makes a repeated call answer what the first one did.")
        .Asks("uuid", true, "The document's 26 characters.", DocumentExamples.Uuid, ParameterLocation.Path)
        .Asks("Idempotency-Key", false, "1 to 200 characters; kept 24 hours.", "order-4711", ParameterLocation.Header)
        .Takes("application/json", "Cancel", DocumentExamples.CancelBody)
        .Takes("application/json", "Reject", DocumentExamples.RejectBody)
        .Answers(StatusCodes.Status200OK, "Cancelled", DocumentExamples.Cancelled)
        .Answers(StatusCodes.Status200OK, "Rejection requested", DocumentExamples.Rejected)
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
            Forbidden,
            NotFound,
            new("UnprocessableEntity", "Idempotency-Key", "This key was used for another request."),
            DocumentFault.TooManyRequests,
            DocumentFault.Broken);

    public static RouteHandlerBuilder DescribeDetails(this RouteHandlerBuilder call) => call
        .Says("Get Document Details", "One document, for its issuer and for its receiver.")
        .Asks("uuid", true, "The document's 26 characters.", DocumentExamples.Uuid, ParameterLocation.Path)
        .Answers(StatusCodes.Status200OK, "Document", DocumentExamples.Details)
        .Fails(ApiOperation.Details, DocumentFault.Unauthorized, Forbidden, NotFound, DocumentFault.TooManyRequests, DocumentFault.Broken);

    public static RouteHandlerBuilder DescribeRecent(this RouteHandlerBuilder call) => call
        .Says("Get Recent Documents", "Documents of the last 31 days, newest first, at most 100 a page.")
        .Asks("pageNo", false, "From 1.", "1")
        .Asks("pageSize", false, "1 to 100.", "100")
        .Asks("InvoiceDirection", false, "Sent or Received.", "Sent")
        .Asks("status", false, "Valid or Cancelled.", "Valid")
        .Answers(StatusCodes.Status200OK, "Documents", DocumentExamples.Recent)
        .Fails(
            ApiOperation.Recent,
            DocumentFault.Argument("pageSize", "The pageSize is a number from 1 to 100."),
            DocumentFault.Unauthorized,
            DocumentFault.TooManyRequests,
            DocumentFault.Broken);

    public static RouteHandlerBuilder DescribeTypes(this RouteHandlerBuilder call) => call
        .Says("Get All Document Types", "The eight types of document.")
        .Answers(StatusCodes.Status200OK, "Types", DocumentExamples.Types)
        .Fails(ApiOperation.DocumentTypes, DocumentFault.Unauthorized, DocumentFault.TooManyRequests, DocumentFault.Broken);

    public static RouteHandlerBuilder DescribeType(this RouteHandlerBuilder call) => call
        .Says("Get Document Type", "One type with its workflow parameters, in hours.")
        .Asks("id", true, "1 to 4 or 11 to 14.", "1", ParameterLocation.Path)
        .Answers(StatusCodes.Status200OK, "Type", DocumentExamples.Type)
        .Fails(
            ApiOperation.DocumentTypes, DocumentFault.Unauthorized, DocumentFault.NoSuchType, DocumentFault.TooManyRequests,
            DocumentFault.Broken);

    public static RouteHandlerBuilder DescribeNotifications(this RouteHandlerBuilder call) => call
        .Says("Get Notifications", "What happened to the taxpayer's documents: received, validated, cancelled, rejection initiated.")
        .Asks("pageNo", false, "From 1.", "1")
        .Asks("pageSize", false, "1 to 100.", "100")
        .Answers(StatusCodes.Status200OK, "Notifications", DocumentExamples.Notifications)
        .Fails(
            ApiOperation.Notifications,
            DocumentFault.Argument("pageSize", "The pageSize is a number from 1 to 100."),
            DocumentFault.Unauthorized,
            DocumentFault.TooManyRequests,
            DocumentFault.Broken);
}
