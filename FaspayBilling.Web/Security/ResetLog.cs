namespace FaspayBilling.Web.Security;

/// <summary>Says in the log that somebody asked for a new password or chose one, and from where; never whose it is.</summary>
public sealed partial class ResetLog(ILogger<ResetLog> log)
{
    // What was typed as the address may be a password, and whether a user has it is said to nobody.
    [LoggerMessage(2207, LogLevel.Information, "A link to choose a new password was asked for from {Address}")]
    public partial void Asked(string address);

    [LoggerMessage(2208, LogLevel.Information, "A new password was chosen by a link from {Address}")]
    public partial void Chosen(string address);
}
