namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>Reads the caller's Idempotency-Key and hands it to the endpoint.</summary>
internal sealed class IdempotencyKeyFilter : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    private const int Longest = 200;

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.TryGetValue(Header, out var keys))
        {
            http.Features.Set(new IdempotencyKey(keys.Count == 1 && IsKey(keys[0]) ? keys[0] : null));
        }

        return next(context);
    }

    private static bool IsKey(string? key) => key is { Length: > 0 and <= Longest } && key.All(c => c is > ' ' and <= '~');
}

/// <summary>The key that came with a call.</summary>
/// <param name="Value">Null when it cannot be one.</param>
internal sealed record IdempotencyKey(string? Value);
