using System.Text;
using System.Text.Json;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Web.Api.Description;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary><c>POST /connect/token</c>: client credentials in a form, a token for an hour.</summary>
internal sealed partial class TokenEndpoint(
    DocumentApiPipeline calls, IssueToken issue, ApiTokens tokens, RateLimits limits, ILogger<TokenEndpoint> log)
{
    private const string OnBehalfOf = "onbehalfof";
    private const string Scope = "InvoicingAPI";
    private const int Longest = 200;

    public Task<IResult> HandleAsync(HttpContext http) => calls.GuardAsync(http, ApiOperation.Token, async stop =>
    {
        // Guessing costs the guesser's network, not the client whose secret is guessed.
        var network = ClientNetwork.Of(http);
        var guesses = limits.Look(network, Limit.WrongSecret);
        if (!guesses.Ok)
        {
            RateHeaders.Write(http.Response, guesses);
            return DocumentAnswers.Refused(ApiOperation.Token, DocumentFault.TooManyRequests);
        }

        var form = await FormAsync(http.Request, stop);
        if (WhyNot(form) is { } no)
        {
            return no;
        }

        var behalf = http.Request.Headers[OnBehalfOf];
        if (behalf.Count > 1 || behalf.ToString().Length > Longest)
        {
            return Error("invalid_request", "The header onbehalfof holds one TIN, or TIN:ROB.");
        }

        var clientId = form!["client_id"].ToString();
        var outcome = await issue.HandleAsync(
            clientId, form["client_secret"].ToString(), behalf.Count == 0 ? null : behalf.ToString(), stop);
        if (outcome.Refusal is { Code: "token.client" } wrong)
        {
            LogWrong(Client.Of(http).Address);
            if (limits.Take(network, Limit.WrongSecret).Remaining == 0)
            {
                LogTooMany(network);
            }

            return Error("invalid_client", wrong.InEnglish());
        }

        var verdict = limits.Take(clientId, ApiOperation.Token.Limit());
        RateHeaders.Write(http.Response, verdict);
        if (!verdict.Ok)
        {
            return DocumentAnswers.Refused(ApiOperation.Token, DocumentFault.TooManyRequests);
        }

        if (outcome.Ok)
        {
            LogIssued(outcome.Value.ClientKey, outcome.Value.MerchantId, Client.Of(http).Address);
        }

        return Answer(outcome);
    });

    private static JsonAnswer Error(string error, string description) =>
        new(StatusCodes.Status400BadRequest, JsonSerializer.Serialize(new TokenError(error, description), TokenJson.Default.TokenError));

    private static async Task<Dictionary<string, StringValues>?> FormAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentType?.StartsWith(ApiDescriptions.Form, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            return await BoundedBody.ReadAsync(request, stop) is { } body
                ? QueryHelpers.ParseNullableQuery("?" + Encoding.UTF8.GetString(body))
                : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static JsonAnswer? WhyNot(Dictionary<string, StringValues>? form)
    {
        if (form is null || form.Values.Any(v => v.Count > 1))
        {
            return Error(
                "invalid_request",
                "Send one form (application/x-www-form-urlencoded) with client_id, client_secret and grant_type, each once.");
        }

        string? Value(string name) => form.GetValueOrDefault(name) is [{ Length: > 0 and <= Longest } value] ? value : null;
        return Value("grant_type") is not { } grant ? Error("invalid_request", "grant_type is missing.")
            : grant != "client_credentials" ? Error("unsupported_grant_type", "Only client_credentials is supported.")
            : form.ContainsKey("scope") && form["scope"] is not ([] or [null or ""]) && form["scope"] != Scope
                ? Error("invalid_scope", "The only scope is InvoicingAPI.")
            : Value("client_id") is null || Value("client_secret") is null
                ? Error("invalid_request", "client_id or client_secret is missing.")
            : null;
    }

    private JsonAnswer Answer(Outcome<ApiGrant> outcome) => outcome.Ok
        ? new(
            StatusCodes.Status200OK,
            JsonSerializer.Serialize(
                new TokenAnswer(tokens.Issue(outcome.Value), "Bearer", ApiTokens.Seconds, Scope), TokenJson.Default.TokenAnswer))
        : Error("unauthorised_client", outcome.Refusal!.InEnglish());

    // What was sent as the client may be a secret: it is not logged.
    [LoggerMessage(2112, LogLevel.Warning, "A sign-in to the document API from {Address} was refused: unknown client or wrong secret")]
    private partial void LogWrong(string address);

    [LoggerMessage(2113, LogLevel.Warning, "Sign-ins to the document API from {Network} wait for the next minute: too many wrong secrets")]
    private partial void LogTooMany(string network);

    [LoggerMessage(2114, LogLevel.Information, "Client {Client} signed in to the document API for merchant {Merchant} from {Address}")]
    private partial void LogIssued(long client, long merchant, string address);
}
