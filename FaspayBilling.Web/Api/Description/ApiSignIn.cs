using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>How a caller says who it is.</summary>
/// <param name="Scheme">Its name under <c>components/securitySchemes</c>; null where a call needs nothing before it.</param>
/// <param name="Text">In words.</param>
internal sealed record ApiSignIn(string? Scheme, string Text)
{
    public static readonly ApiSignIn Token = new("documentToken", "A bearer token of POST /connect/token, good for an hour.");

    public static readonly ApiSignIn Signature = new(
        "billingSignature",
        "The parameter signature, in the JSON body as in the examples or in the query string; the body wins. It is the lower-case hex of "
            + "SHA1(MD5(username + password)) for Get List Invoice and of SHA1(MD5(username + password + transaction_number)) for the "
            + "others, SHA1 over the hex text of the MD5.");

    public static readonly ApiSignIn None = new(null, "None beforehand: client_id and client_secret are fields of the form.");

    /// <summary>What stands under <c>components/securitySchemes</c>.</summary>
    public static IReadOnlyDictionary<string, IOpenApiSecurityScheme> Schemes() =>
        new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Token.Scheme!] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = Token.Text },
            [Signature.Scheme!] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Query,
                Name = "signature",
                Description = Signature.Text,
            },
        };
}
