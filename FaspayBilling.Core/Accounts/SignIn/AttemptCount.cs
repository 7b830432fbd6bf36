namespace FaspayBilling.Core.Accounts.SignIn;

/// <summary>How often somebody failed to prove who it is, from one address or at one account.</summary>
public sealed class AttemptCount
{
    /// <summary>What is counted: a kind and a hash or a network, never an e-mail address.</summary>
    public required string Key { get; init; }

    public int Failures { get; set; }

    public DateTime LastAt { get; set; }

    /// <summary>Since when the failures of a network were last halved.</summary>
    public DateTime Since { get; set; }

    /// <summary>Until when nothing is tried for it any more; null when it need not wait.</summary>
    public DateTime? WaitsUntil { get; set; }

    public int Version { get; set; }
}
