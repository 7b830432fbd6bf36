namespace FaspayBilling.Core.Texts;

/// <summary>What was done to the ways in which a user signs in.</summary>
public enum SignInChange
{
    FactorOn,
    FactorOff,
    FactorReset,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,
    PasswordChanged,
    PasswordReset,
    ResetByCommand,
}
