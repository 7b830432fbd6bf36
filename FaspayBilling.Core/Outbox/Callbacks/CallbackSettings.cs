using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>How merchants' addresses are called; settings section <c>Callbacks</c>.</summary>
/// <param name="AllowLocal">http, and addresses of this machine and of private networks, may be called: on by itself in Development
/// only.</param>
/// <param name="Timeout">How long a call may take.</param>
public sealed record CallbackSettings(bool AllowLocal, TimeSpan Timeout)
{
    /// <summary>Reads the section; what is wrong, the reader knows.</summary>
    public static CallbackSettings Read(SettingsReader read)
    {
        var development = string.Equals(read.Text("ENVIRONMENT"), "Development", StringComparison.OrdinalIgnoreCase);
        return new CallbackSettings(
            read.Flag("Callbacks:AllowLocal", usual: development),
            TimeSpan.FromSeconds(read.Whole("Callbacks:TimeoutSeconds", usual: 10, least: 1, most: 30)));
    }
}
