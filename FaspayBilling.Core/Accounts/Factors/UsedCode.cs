namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>A code of the authenticator app that was taken: nobody who saw it typed takes it again.</summary>
public sealed class UsedCode
{
    /// <summary>Longer than Identity takes a code.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public required long UserId { get; init; }

    /// <summary>Six digits.</summary>
    public required string Code { get; init; }

    public required DateTime At { get; init; }
}
