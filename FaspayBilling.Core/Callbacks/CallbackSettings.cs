using System.Globalization;
using FaspayBilling.Core.Data;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Core.Callbacks;

/// <summary>How merchants' addresses are called; settings section <c>Callbacks</c>.</summary>
/// <param name="AllowLocal">http, and addresses of this machine and of private networks, may be called: on by itself in Development only.</param>
/// <param name="Timeout">How long a call may take.</param>
public sealed record CallbackSettings(bool AllowLocal, TimeSpan Timeout)
{
    private const int UsualSeconds = 10;
    private const int MostSeconds = 30;

    /// <exception cref="StartRefusedException">A value cannot be read; the sentence names its key.</exception>
    public static CallbackSettings Read(IConfiguration configuration)
    {
        var development = string.Equals(configuration["ENVIRONMENT"], "Development", StringComparison.OrdinalIgnoreCase);
        var local = configuration["Callbacks:AllowLocal"] is not { Length: > 0 } said ? development
            : bool.TryParse(said, out var allowed) ? allowed
            : throw new StartRefusedException("Setting Callbacks:AllowLocal must be true or false.");
        var seconds = configuration["Callbacks:TimeoutSeconds"] is not { Length: > 0 } text ? UsualSeconds
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set is >= 1 and <= MostSeconds ? set
            : throw new StartRefusedException("Setting Callbacks:TimeoutSeconds must be from 1 to 30.");
        return new CallbackSettings(local, TimeSpan.FromSeconds(seconds));
    }
}
