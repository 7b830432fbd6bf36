using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>
/// What an endpoint says of itself for <c>/openapi/v1.json</c> and <c>/docs/api</c>; only described endpoints are in them.
/// </summary>
internal sealed record ApiDescription(string Summary, string Text, ApiSignIn SignIn);

/// <summary>A parameter in the query string, the path or a header.</summary>
internal sealed record ApiParameter(string Name, ParameterLocation In, bool Required, ApiSchema Schema, string Text, string Example);

/// <summary>An example of a request's body, in JSON; a form's fields too.</summary>
internal sealed record RequestExample(string ContentType, ApiSchema Schema, string Name, string Json);

/// <summary>An example of an answer, in JSON; one that is made is made when somebody reads the document, not at the start.</summary>
internal sealed record AnswerExample(int Status, ApiSchema Schema, string Name, Func<string> Json);

/// <summary><c>api.MapGet(…).Says("Summary", signIn, "Text").Asks(…).Takes(…).Answers(200, schema, "Name", json)</c></summary>
internal static class ApiDescriptions
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    public static RouteHandlerBuilder Says(this RouteHandlerBuilder call, string summary, ApiSignIn signIn, string text) =>
        call.WithMetadata(new ApiDescription(summary, text, signIn));

    public static RouteHandlerBuilder Asks(
        this RouteHandlerBuilder call,
        string name,
        bool required,
        ApiSchema schema,
        string text,
        string example,
        ParameterLocation place = ParameterLocation.Query) =>
        call.WithMetadata(new ApiParameter(name, place, required, schema, text, example));

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder call, ApiSchema schema, string name, string json) =>
        call.WithMetadata(new RequestExample(Json, schema, name, json));

    public static RouteHandlerBuilder TakesForm(this RouteHandlerBuilder call, ApiSchema schema, string name, string json) =>
        call.WithMetadata(new RequestExample(Form, schema, name, json));

    /// <summary>Two answers of one status need different names; else the second is numbered.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder call, int status, ApiSchema schema, string name, string json) =>
        call.Answers(status, schema, name, () => json);

    public static RouteHandlerBuilder Answers(
        this RouteHandlerBuilder call, int status, ApiSchema schema, string name, Func<string> json) =>
        call.WithMetadata(new AnswerExample(status, schema, name, json));
}
