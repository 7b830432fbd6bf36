namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>By what somebody proved at a sign-in who it is.</summary>
public enum SignInMethod
{
    Password,

    /// <summary>The password and a code of the authenticator app.</summary>
    Code,

    /// <summary>The password and a recovery code.</summary>
    Recovery,

    /// <summary>A passkey with user verification: it stands for password and second factor.</summary>
    Passkey,

    /// <summary>The session before, which a change of the password ended.</summary>
    Renewed,
}
