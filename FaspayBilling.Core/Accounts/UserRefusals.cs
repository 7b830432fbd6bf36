using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>The "no" about users, invitations and set-up links.</summary>
public static class UserRefusals
{
    public static readonly Refusal UserNotFound = Refusal.NotFound("user.not-found");
    public static readonly Refusal UserEmail = Refusal.Bad("user.email", "Email");
    public static readonly Refusal UserName = Refusal.Bad("user.name", "Name");
    public static readonly Refusal UserEmailTaken = Refusal.Bad("user.email-taken", "Email");
    public static readonly Refusal UserCurrentPassword = Refusal.Bad("user.current-password:wrong", "Current");
    public static readonly Refusal UserCurrentPasswordRests = Refusal.Bad("user.current-password:rests", "Current");
    public static readonly Refusal UserPasswordsDiffer = Refusal.Bad("user.passwords-differ", "Repeated");
    public static readonly Refusal UserLastAdmin = Refusal.Rule("user.last-admin");
    public static readonly Refusal UserLocked = Refusal.Rule("user.locked");
    public static readonly Refusal SessionNotFound = Refusal.NotFound("session.not-found");
    public static readonly Refusal UserSelf = Refusal.Rule("user.self");
    public static readonly Refusal LinkInvalid = Refusal.Rule("user.link");

    public static readonly Refusal UserCodeWrong = Refusal.Bad("user.code:wrong", "Code");
    public static readonly Refusal UserCodeRests = Refusal.Bad("user.code:rests", "Code");
    public static readonly Refusal SecondFactorNone = Refusal.Rule("user.second-factor-none");
    public static readonly Refusal SecondFactorRequired = Refusal.Rule("user.second-factor-required");
    public static readonly Refusal HalfSignInOver = Refusal.Rule("user.half-sign-in");
    public static readonly Refusal PasskeyNotFound = Refusal.NotFound("passkey.not-found");
    public static readonly Refusal PasskeyName = Refusal.Bad("passkey.name", "Name");
    public static readonly Refusal PasskeyMany = Refusal.Rule("passkey.many", ("most", AddPasskey.Most));
    public static readonly Refusal PasskeyFailed = Refusal.Rule("passkey.failed");
    public static readonly Refusal PasskeyKnown = Refusal.Rule("passkey.known");

    public static readonly Refusal UserPasswordShort = Refusal.Bad("user.password:short", "Password");
    public static readonly Refusal UserPasswordLong = Refusal.Bad("user.password:long", "Password");
    public static readonly Refusal UserPasswordCommon = Refusal.Bad("user.password:common", "Password");
    public static readonly Refusal UserPasswordOwn = Refusal.Bad("user.password:own", "Password");
    public static readonly Refusal UserPasswordOld = Refusal.Bad("user.password:old", "Password");
}
