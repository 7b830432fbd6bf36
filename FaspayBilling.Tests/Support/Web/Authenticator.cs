using OtpNet;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>
/// The authenticator app on somebody's phone. The product takes each code once, and those of two steps before and after now.
/// </summary>
internal sealed class Authenticator
{
    private const int Step = 30;

    // Now, then the steps around it, those that stay good for longer first.
    private static readonly int[] Order = [0, 1, 2, -1, -2];

    private readonly Totp codes;
    private readonly HashSet<long> used = [];

    /// <param name="shown">The key as the page shows it, in groups.</param>
    public Authenticator(string shown) =>
        codes = new Totp(Base32Encoding.ToBytes(string.Concat(shown.Where(c => !char.IsWhiteSpace(c)))));

    /// <summary>A code that is good now and was not asked for before: nobody waits half a minute for the next one.</summary>
    public string Next()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / Step;
        var step = Order.Select(o => now + o).First(s => !used.Contains(s));
        used.Add(step);
        return codes.ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * Step).UtcDateTime);
    }
}
