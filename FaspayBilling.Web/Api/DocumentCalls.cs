using FaspayBilling.Core.Features.Documents;

namespace FaspayBilling.Web.Api;

/// <summary>What every call of the document API goes through: correlation id, token, rate, and an answer even when something breaks.</summary>
internal sealed partial class DocumentCalls(ApiTokens tokens, ReadCaller callers, RateLimits limits, ILogger<DocumentCalls> log)
{
    public Task<IResult> RunAsync(HttpContext http, ApiOperation operation, Func<ApiCaller, CancellationToken, Task<IResult>> act) =>
        RunAsync(http, _ => Task.FromResult(operation), act);

    /// <param name="http">The call.</param>
    /// <param name="operation">Says what is asked for; asked only for callers with a good token.</param>
    /// <param name="act">What to do for the caller.</param>
    public Task<IResult> RunAsync(HttpContext http, Func<CancellationToken, Task<ApiOperation>> operation, Func<ApiCaller, CancellationToken, Task<IResult>> act) =>
        GuardAsync(http, async stop =>
        {
            if (tokens.Read(http.Request.Headers.Authorization) is not { } grant || await callers.HandleAsync(grant, stop) is not { Ok: true, Value: var caller })
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                return DocumentAnswers.Refused(await operation(stop), DocumentFault.Unauthorized);
            }

            var asked = await operation(stop);
            var verdict = limits.Take(caller.ClientId, asked);
            RateHeaders.Write(http.Response, verdict);
            return verdict.Ok ? await act(caller, stop) : DocumentAnswers.Refused(asked, DocumentFault.TooManyRequests);
        });

    /// <summary>Runs what needs no token.</summary>
    public async Task<IResult> GuardAsync(HttpContext http, Func<CancellationToken, Task<IResult>> act)
    {
        http.Response.Headers["correlationId"] = http.TraceIdentifier;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await act(http.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return DocumentAnswers.Refused(ApiOperation.Cancel, DocumentFault.Unreadable);
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogBroken(broken, http.TraceIdentifier);
            return DocumentAnswers.Refused(ApiOperation.Cancel, DocumentFault.Broken);
        }
    }

    [LoggerMessage(LogLevel.Error, "A call of the document API failed; its correlation id is {CorrelationId}")]
    private partial void LogBroken(Exception broken, string correlationId);
}
