using FaspayBilling.Core.Faults;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Web.Api.Description;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>
/// What every call of the document API goes through: correlation id, token, rate, and an answer even when something breaks.
/// </summary>
internal sealed partial class DocumentApiPipeline(ApiTokens tokens, ReadCaller callers, RateLimits limits, ILogger<DocumentApiPipeline> log)
{
    /// <summary>A call whose operation its address says.</summary>
    public Task<IResult> RunAsync(HttpContext http, ApiOperation operation, Func<ApiCaller, CancellationToken, Task<IResult>> act) =>
        RunAsync(http, operation, _ => Task.FromResult(operation), o => o, (caller, _, stop) => act(caller, stop));

    /// <summary>A call whose operation stands in its body.</summary>
    /// <param name="http">The call.</param>
    /// <param name="unread">What it is called while its body is not read.</param>
    /// <param name="bind">Reads the request.</param>
    /// <param name="operation">What the request asks for: its rate is limited by it.</param>
    /// <param name="act">What to do for the caller.</param>
    public Task<IResult> RunAsync<TRequest>(
        HttpContext http,
        ApiOperation unread,
        Func<CancellationToken, Task<TRequest>> bind,
        Func<TRequest, ApiOperation> operation,
        Func<ApiCaller, TRequest, CancellationToken, Task<IResult>> act) =>
        GuardAsync(http, unread, async stop =>
        {
            var sent = http.Request.Headers.Authorization.ToString();
            var grant = tokens.Read(sent);
            if (grant is null || await callers.HandleAsync(grant, stop) is not { Ok: true, Value: var caller })
            {
                // One that only ended is everyday: the caller asks for the next.
                if ((grant is not null || tokens.IsForged(sent)) && limits.Take(ClientNetwork.Of(http), Limit.Told).Ok)
                {
                    LogWrong(Client.Of(http).Address, http.TraceIdentifier);
                }

                http.Response.Headers.WWWAuthenticate = "Bearer";
                return DocumentAnswers.Refused(operation(await bind(stop)), DocumentFault.Unauthorized);
            }

            var request = await bind(stop);
            var asked = operation(request);
            var verdict = limits.Take(caller.ClientId, asked.Limit());
            RateHeaders.Write(http.Response, verdict);
            return verdict.Ok ? await act(caller, request, stop) : DocumentAnswers.Refused(asked, DocumentFault.TooManyRequests);
        });

    /// <summary>Runs what needs no token; what cannot be read, or breaks, is answered in the operation's name.</summary>
    public async Task<IResult> GuardAsync(HttpContext http, ApiOperation operation, Func<CancellationToken, Task<IResult>> act)
    {
        http.Response.Headers["correlationId"] = http.TraceIdentifier;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await act(http.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return DocumentAnswers.Refused(operation, DocumentFault.Unreadable);
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested && DatabaseFault.Is(broken))
        {
            LogUnavailable(broken, http.TraceIdentifier);
            return DocumentAnswers.Refused(
                operation, DatabaseFault.IsUnknown(broken) ? DocumentFault.UnavailableUnknown : DocumentFault.Unavailable);
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogBroken(broken, http.TraceIdentifier);
            return DocumentAnswers.Refused(operation, DocumentFault.Broken);
        }
    }

    [LoggerMessage(
        2116,
        LogLevel.Warning,
        "A call of the document API was answered 503: the database does not answer; its correlation id is {CorrelationId}")]
    private partial void LogUnavailable(Exception broken, string correlationId);

    [LoggerMessage(2111, LogLevel.Error, "A call of the document API failed; its correlation id is {CorrelationId}")]
    private partial void LogBroken(Exception broken, string correlationId);

    // What was sent may be somebody's secret: it is not logged.
    [LoggerMessage(
        2115,
        LogLevel.Warning,
        "A call of the document API from {Address} was refused: its token is none of this installation, or its client was revoked; its "
            + "correlation id is {CorrelationId}")]
    private partial void LogWrong(string address, string correlationId);
}
