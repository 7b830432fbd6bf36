using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>
/// What an endpoint says of itself for <c>/openapi/v1.json</c> and <c>/docs/api</c>; only described endpoints are in them.
/// </summary>
internal sealed record ApiDescription(string Summary, string Text);

/// <summary>A parameter in the query string, the path or a header.</summary>
internal sealed record ApiParameter(string Name, ParameterLocation In, bool Required, string Text, string Example);

/// <summary>An example of a request's body: JSON, or form fields as they are sent.</summary>
internal sealed record RequestExample(string ContentType, string Name, string Text);

/// <summary>An example of an answer, in JSON.</summary>
internal sealed record AnswerExample(int Status, string Name, string Text);

/// <summary><c>api.MapGet(…).Says("Summary", "Text").Asks(…).Takes(…).Answers(200, "Name", json)</c></summary>
internal static class ApiDescriptions
{
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder call, string summary, string text) =>
        call.WithMetadata(new ApiDescription(summary, text));

    public static RouteHandlerBuilder Asks(
        this RouteHandlerBuilder call,
        string name,
        bool required,
        string text,
        string example,
        ParameterLocation place = ParameterLocation.Query) =>
        call.WithMetadata(new ApiParameter(name, place, required, text, example));

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder call, string contentType, string name, string text) =>
        call.WithMetadata(new RequestExample(contentType, name, text));

    /// <summary>Two answers of one status need different names.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder call, int status, string name, string json) =>
        call.WithMetadata(new AnswerExample(status, name, json));
}
