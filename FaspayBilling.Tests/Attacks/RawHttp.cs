using FaspayBilling.Tests.Api;

namespace FaspayBilling.Tests.Attacks;

/// <summary>Sends exactly what it is told to, the cookies of whomever included; follows no redirect.</summary>
/// <param name="address">Where the product listens.</param>
internal sealed class RawHttp(string address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Task<HttpResponseMessage> GetAsync(string path, string cookies) =>
        SendAsync(HttpMethod.Get.Method, path, null, ("Cookie", cookies));

    /// <param name="method">Such as POST.</param>
    /// <param name="path">And query.</param>
    /// <param name="form">The fields of a form; null sends nothing.</param>
    /// <param name="headers">An empty one is not sent.</param>
    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, IEnumerable<(string Name, string Value)>? form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(new Uri(address), path));
        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }

        foreach (var (name, value) in headers.Where(h => h.Value.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }

    /// <summary>The header by which a test says from where it calls.</summary>
    public static (string Name, string Value) From(string network) => (CallerAddress.Header, network);

    public void Dispose() => http.Dispose();
}
