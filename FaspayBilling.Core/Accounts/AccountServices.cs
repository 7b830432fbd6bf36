using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Passwords;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Accounts;

/// <summary>Registers Identity over <see cref="BillingDb"/> and the handlers of this room.</summary>
internal static class AccountServices
{
    // Of PBKDF2 with HMAC-SHA512. A hash of fewer rounds is made anew at the next sign-in, so this number may only grow.
    private const int HashRounds = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddIdentityCore<User>(Configure)
            .AddUserStore<AccountStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<User>>(TokenOptions.DefaultAuthenticatorProvider);
        return services.AddSingleton<CreateUser>()
            .AddSingleton<OfferSetup>()
            .AddSingleton<CompleteSetup>()
            .AddSingleton<AcceptInvitation>()
            .AddSingleton<ChangePassword>()
            .AddSingleton<ChangeLanguage>()
            .AddSingleton<ReadKeptFormsKey>()
            .AddSingleton<WithdrawInvitation>()
            .AddSingleton<ListUsers>()
            .AddSingleton<InviteUser>()
            .AddSingleton<ChangeRole>()
            .AddSingleton<LockUser>()
            .AddSingleton<UnlockUser>()
            .AddSingleton<ICallerCheck, CallerCheck>()
            .AddSingleton<OpenSession>()
            .AddSingleton<CheckSession>()
            .AddSingleton<TouchSession>()
            .AddSingleton<CloseSession>()
            .AddSingleton<ListSessions>()
            .AddSingleton<ForgetSessions>()
            .AddSingleton<AttemptGuard>()
            .AddSingleton<RecordSignIn>()
            .AddSingleton<SignInNotice>()
            .AddSingleton<ResetLinks>()
            .AddSingleton<RequestReset>()
            .AddSingleton<SendReset>()
            .AddSingleton<OfferReset>()
            .AddSingleton<ResetPassword>()
            .AddSingleton<RemoveUser>()
            .AddSingleton<ChangeName>()
            .AddSingleton<CurrentPassword>()
            .AddSingleton<AuthenticatorCodes>()
            .AddSingleton<RecoveryCodes>()
            .AddSingleton<TurnOnSecondFactor>()
            .AddSingleton<TurnOffSecondFactor>()
            .AddSingleton<RenewRecoveryCodes>()
            .AddSingleton<CheckSecondFactor>()
            .AddSingleton<ResetSecondFactor>()
            .AddSingleton<SaveSecondFactorRule>()
            .AddSingleton<ReadSecondFactorRule>()
            .AddSingleton<ReadAccount>()
            .AddSingleton<ReadNextStep>()
            .AddSingleton<AddPasskey>()
            .AddSingleton<RemovePasskey>()
            .AddSingleton<UsePasskey>()
            .AddSingleton<ProveAgain>();
    }

    private static void Configure(IdentityOptions options)
    {
        // Our own rules say what a name and a password may be; the unique index holds the address.
        options.User.AllowedUserNameCharacters = "";
        options.Password.RequiredLength = PasswordRule.MinimumLength;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireDigit = false;
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }
}
