namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>What is still asked of somebody who has given the right password.</summary>
public enum NextStep
{
    None,

    /// <summary>A code of the authenticator app, a recovery code, or a passkey.</summary>
    Code,

    /// <summary>A passkey: the merchant asks for a second factor, and the user has no other.</summary>
    Passkey,

    /// <summary>To set up an authenticator app: the merchant asks for a second factor, and the user has none.</summary>
    SetUp,
}
