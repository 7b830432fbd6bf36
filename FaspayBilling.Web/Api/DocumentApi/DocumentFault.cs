namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>One reason why the document API says no: a documented code, what it is about, and a sentence.</summary>
internal sealed record DocumentFault(string Code, string Target, string Sentence)
{
    public static readonly DocumentFault Unauthorized =
        new("Unauthorized", "Authorization", "Send a bearer token that is not older than an hour: POST /connect/token.");
    public static readonly DocumentFault TooManyRequests =
        new("TooManyRequests", "client_id", "Too many calls in this minute. Wait for as long as Retry-After says.");
    public static readonly DocumentFault TooLarge = new("MaximumSizeExceeded", "body", "The body may have at most 64 kB.");
    public static readonly DocumentFault Unreadable =
        new("BadRequest", "body", "The body must be one JSON object in UTF-8 with the texts status and reason.");
    public static readonly DocumentFault Status = new("BadArgument", "status", "The status must be cancelled or rejected.");
    public static readonly DocumentFault Reason =
        new("BadArgument", "reason", "The reason is mandatory: 1 to 300 characters, without control characters.");
    public static readonly DocumentFault Key =
        new("BadArgument", "Idempotency-Key", "The Idempotency-Key may have 1 to 200 letters, digits and signs of ASCII.");
    public static readonly DocumentFault NoSuchPath = new("NotFound", "path", "There is nothing at this address, or not with this method.");
    public static readonly DocumentFault NoSuchType = new("NotFound", "id", "There is no such document type.");
    public static readonly DocumentFault Busy =
        new("ServiceUnavailable", "Document.UUID", "The document is being changed by others. Try again.");
    public static readonly DocumentFault Unavailable = new(
        "ServiceUnavailable", "server", "The database does not answer; nothing was changed. Wait for as long as Retry-After says.");
    public static readonly DocumentFault UnavailableUnknown = new(
        "ServiceUnavailable",
        "server",
        "The database went away while this was being saved, and nobody knows whether it was done. Wait for as long as Retry-After says, "
            + "then send the very same call again, with the same Idempotency-Key if it had one.");
    public static readonly DocumentFault Broken =
        new("InternalServerError", "server", "Something went wrong on the server. Tell its operator the correlationId of this answer.");

    public static DocumentFault Argument(string name, string sentence) => new("BadArgument", name, sentence);
}
