namespace FaspayBilling.Tests.Attacks;

/// <summary>Keeps every cookie that the product sends, as it sends it.</summary>
internal sealed class SetCookies(HttpMessageHandler way) : DelegatingHandler(way)
{
    private readonly List<string> seen = [];

    public IReadOnlyList<string> Seen => seen;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var given))
        {
            seen.AddRange(given);
        }

        return answer;
    }
}
