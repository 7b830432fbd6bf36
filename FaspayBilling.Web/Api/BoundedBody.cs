using Microsoft.AspNetCore.Http.Features;

namespace FaspayBilling.Web.Api;

/// <summary>Reads a request's body, at most 64 kB of it.</summary>
internal static class BoundedBody
{
    public const int Most = 64 * 1024;

    /// <summary>Null when it is longer.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > Most)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return [];
        }

        using var body = new MemoryStream();
        var chunk = new byte[8 * 1024];
        while (await request.Body.ReadAsync(chunk, stop) is var count and > 0)
        {
            if (body.Length + count > Most)
            {
                return null;
            }

            body.Write(chunk, 0, count);
        }

        return body.ToArray();
    }
}
