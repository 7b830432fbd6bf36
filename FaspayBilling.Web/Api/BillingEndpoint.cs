using System.Globalization;
using System.Text.Json;
using FaspayBilling.Core.Features.Billings;

namespace FaspayBilling.Web.Api;

/// <summary>One call of Get List Invoice. Whatever is wrong, the documented 01 is the answer, and never a page.</summary>
internal sealed partial class BillingEndpoint(ListInvoicesForApi list, WrongSignatures wrong, ILogger<BillingEndpoint> log)
{
    /// <summary>The name of the header that every answer carries, and the log of a failure.</summary>
    public const string CorrelationId = "correlationId";

    private const string TooMany = "signature: too many wrong ones came from this address; try again in a minute";
    private const string TooLarge = "body: at most 64 kB are read";
    private const string NotJson = "body: a JSON object in UTF-8 is needed, with each parameter once";
    private const string Unexpected = "Something went wrong here; the log of this server says more under the correlationId";

    public async Task HandleAsync(HttpContext http)
    {
        var id = Guid.NewGuid().ToString("N");
        http.Response.Headers[CorrelationId] = id;
        try
        {
            await WriteAsync(http, StatusCodes.Status200OK, await AnswerAsync(http));
        }
        catch (BadHttpRequestException)
        {
            await WriteAsync(http, StatusCodes.Status200OK, BillingAnswer.Refused(NotJson));
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(broken, id);
            await WriteAsync(http, StatusCodes.Status500InternalServerError, BillingAnswer.Refused(Unexpected));
        }
    }

    /// <summary>Everything else below the API's address: another path, or another method.</summary>
    public static Task NothingHereAsync(HttpContext http)
    {
        http.Response.Headers[CorrelationId] = Guid.NewGuid().ToString("N");
        var known = http.Request.Path.Equals(BillingApi.Path, StringComparison.OrdinalIgnoreCase);
        if (known)
        {
            http.Response.Headers.Allow = HttpMethods.Get;
        }

        return WriteAsync(http, known ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound, BillingAnswer.Refused($"Only GET {BillingApi.Path} is answered here"));
    }

    private static async Task WriteAsync(HttpContext http, int status, BillingAnswer answer)
    {
        if (http.Response.HasStarted)
        {
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(answer, BillingJson.Default.BillingAnswer);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private async Task<BillingAnswer> AnswerAsync(HttpContext http)
    {
        var (address, stop) = (http.Connection.RemoteIpAddress, http.RequestAborted);
        if (wrong.TooMany(address))
        {
            return BillingAnswer.Refused(TooMany);
        }

        if (await BoundedBody.ReadAsync(http.Request, stop) is not { } body)
        {
            return BillingAnswer.Refused(TooLarge);
        }

        if (BillingBody.Read(body) is not { } values)
        {
            return BillingAnswer.Refused(NotJson);
        }

        var parameters = new BillingParameters(values, http.Request.Query);
        var (signature, query) = parameters.Read();
        if (parameters.Fault is { } fault)
        {
            return BillingAnswer.Refused(fault);
        }

        var found = await list.HandleAsync(signature, query, stop);
        if (found.Refusal is { } no)
        {
            wrong.Add(address);
            return BillingAnswer.Refused($"signature: {no.Sentence}");
        }

        var page = found.Value;
        var number = query.Page.ToString(CultureInfo.InvariantCulture);
        return new BillingAnswer(number, page.Pages, page.Total, BillingAnswer.Success, [.. page.Rows.Select(BillingWire.Row)], "Success get billing");
    }

    [LoggerMessage(LogLevel.Error, "Get List Invoice failed, correlationId {Id}")]
    private partial void LogFailed(Exception broken, string id);
}
