using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>
/// The common way of all calls of the billing API: bounded body, wrong signatures counted, everything that is wrong answered with HTTP 200
/// and the documented 01, and never a page.
/// </summary>
internal sealed partial class BillingApiPipeline(RateLimits limits, ILogger<BillingApiPipeline> log)
{
    /// <summary>The name of the header that every answer carries, and the log of a failure.</summary>
    public const string CorrelationId = "correlationId";

    private const string TooMany = "signature: too many wrong ones came from this address; try again in a minute";
    private const string TooLarge = "body: at most 64 kB are read";
    private const string NotJson = "body: a JSON object in UTF-8 is needed, with each parameter once";
    private const string Unexpected = "Something went wrong here; the log of this server says more under the correlationId";

    /// <summary>Reads the call, lets <paramref name="answer"/> answer it and writes that.</summary>
    /// <param name="http">The call.</param>
    /// <param name="kind">How the answer is written.</param>
    /// <param name="refused">The 01 with a message.</param>
    /// <param name="answer">Answers from the parameters; a refusal is worded here.</param>
    public async Task ReceiveAsync<T>(
        HttpContext http, JsonTypeInfo<T> kind, Func<string, T> refused, Func<BillingFields, Task<Outcome<T>>> answer)
    {
        var id = Correlate(http);
        try
        {
            await WriteAsync(http, StatusCodes.Status200OK, await AnswerAsync(http, refused, answer), kind);
        }
        catch (BadHttpRequestException)
        {
            await WriteAsync(http, StatusCodes.Status200OK, refused(NotJson), kind);
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested && DatabaseFault.Is(broken))
        {
            LogUnavailable(broken, http.Request.Path, id);
            http.Response.Headers.RetryAfter = Wait.Seconds;
            await WriteAsync(http, StatusCodes.Status503ServiceUnavailable, refused(Said(broken).InEnglish()), kind);
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(broken, http.Request.Path, id);
            await WriteAsync(http, StatusCodes.Status500InternalServerError, refused(Unexpected), kind);
        }
    }

    public static string Correlate(HttpContext http)
    {
        var id = Guid.NewGuid().ToString("N");
        http.Response.Headers[CorrelationId] = id;
        return id;
    }

    public static async Task WriteAsync<T>(HttpContext http, int status, T answer, JsonTypeInfo<T> kind)
    {
        if (http.Response.HasStarted)
        {
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(answer, kind);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static Refusal Said(Exception broken) =>
        DatabaseFault.IsUnknown(broken) ? Refusals.DatabaseUnavailableUnknownCall
            : DatabaseFault.IsOfWriting(broken) ? Refusals.DatabaseUnavailable
            : Refusals.DatabaseUnavailableReading;

    private async Task<T> AnswerAsync<T>(HttpContext http, Func<string, T> refused, Func<BillingFields, Task<Outcome<T>>> answer)
    {
        var network = ClientNetwork.Of(http);
        if (!limits.Look(network, Limit.WrongSignature).Ok)
        {
            return refused(TooMany);
        }

        if (await BoundedBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
        {
            return refused(TooLarge);
        }

        if (BillingBody.Read(body) is not { } values)
        {
            return refused(NotJson);
        }

        var fields = new BillingFields(values, http.Request.Query);
        var outcome = await answer(fields);
        if (fields.Fault is { } fault)
        {
            return refused(fault);
        }

        if (outcome.Refusal is not { } no)
        {
            return outcome.Value;
        }

        // The only "not allowed" of this API is a signature that no credential makes.
        if (no.Kind == RefusalKind.NotAllowed)
        {
            LogWrong(Client.Of(http).Address, http.Response.Headers[CorrelationId].ToString());
            if (limits.Take(network, Limit.WrongSignature).Remaining == 0)
            {
                LogTooMany(network);
            }

            return refused($"signature: {no.InEnglish()}");
        }

        return refused(no.Field is null ? no.InEnglish() : $"{no.Field}: {no.InEnglish()}");
    }

    [LoggerMessage(2104, LogLevel.Warning, "A call of {Path} was answered 503: the database does not answer, correlationId {Id}")]
    private partial void LogUnavailable(Exception broken, string path, string id);

    [LoggerMessage(2101, LogLevel.Error, "A call of {Path} failed, correlationId {Id}")]
    private partial void LogFailed(Exception broken, string path, string id);

    [LoggerMessage(
        2102,
        LogLevel.Warning,
        "A call of the billing API from {Address} was refused: no credential makes its signature, correlationId {Id}")]
    private partial void LogWrong(string address, string id);

    [LoggerMessage(2103, LogLevel.Warning, "Calls of the billing API from {Network} wait for the next minute: too many wrong signatures")]
    private partial void LogTooMany(string network);
}
