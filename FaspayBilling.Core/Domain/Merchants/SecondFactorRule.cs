namespace FaspayBilling.Core.Domain.Merchants;

/// <summary>Which users of a merchant may not sign in by a password alone.</summary>
public enum SecondFactorRule
{
    /// <summary>Everybody decides for themselves.</summary>
    Voluntary,

    Admins,

    Everybody,
}
