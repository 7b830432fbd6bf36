using System.Net.Http.Headers;
using System.Text.Json;

namespace FaspayBilling.Tests.Faults;

/// <summary>What the billing API answered.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Again">Seconds of Retry-After; null without that header.</param>
/// <param name="Body">The answer itself.</param>
internal sealed record ApiReply(int Status, int? Again, JsonElement Body)
{
    /// <summary>00 for done.</summary>
    public string Code => Body.GetProperty("response_code").GetString()!;

    public string Message => Body.GetProperty("response_message").GetString()!;

    public string Bill => Body.GetProperty("billing_id").ToString();

    public static async Task<ApiReply> OfAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new((int)answer.StatusCode, Seconds(answer.Headers.RetryAfter), json.RootElement.Clone());
    }

    /// <summary>Nothing was done; the same call may be made again in a moment.</summary>
    public void ShouldBeRefused()
    {
        (Status, Again, Code).Should().Be((503, (int?)5, "01"), "{0}", Body);
        Message.Should().EndWith("; nothing was changed. Try again in a moment.");
    }

    public void ShouldBeDone() => (Status, Code).Should().Be((200, "00"), "{0}", Body);

    private static int? Seconds(RetryConditionHeaderValue? again) => (int?)again?.Delta?.TotalSeconds;
}
