using System.Security.Claims;
using FaspayBilling.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Web.Security;

/// <summary>Signs in by e-mail and password; only for static pages, where the cookie can still be written.</summary>
public sealed class PasswordSignIn(SignInManager<User> manager, IPasswordHasher<User> hasher, IServiceScopeFactory scopes)
{
    public static string Wrong => T("The e-mail address or the password is wrong.");

    public static string Rests => T("Too many failed attempts. Try again in 15 minutes.");

    public static string Locked => T("An admin of your merchant locked this user. Ask an admin to unlock it.");

    private static string? nobody;

    /// <summary>Null when the user is signed in now; else the sentence that says why not.</summary>
    public async Task<string?> TryAsync(string email, string password, bool remember)
    {
        if (await manager.UserManager.FindByEmailAsync(email.Trim()) is not { } user)
        {
            // As slow as for an address that exists, so that the time tells nothing.
            nobody ??= hasher.HashPassword(null!, "nobody");
            hasher.VerifyHashedPassword(null!, nobody, password);
            return Wrong;
        }

        var answer = await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (!answer.Succeeded)
        {
            return answer.IsLockedOut ? Rests : Wrong;
        }

        // Said only to somebody who knows the password.
        if (user.LockedAt is not null)
        {
            return Locked;
        }

        await manager.SignInAsync(user, remember);
        return null;
    }

    /// <summary>Signs in a user that was just made.</summary>
    public async Task EnterAsync(string email)
    {
        if (await manager.UserManager.FindByEmailAsync(email.Trim()) is { LockedAt: null } user)
        {
            await manager.SignInAsync(user, isPersistent: false);
        }
    }

    /// <summary>Keeps the user of this device signed in after a change that ends all others.</summary>
    public async Task RenewAsync(ClaimsPrincipal principal)
    {
        // A fresh scope: this request may have read the user before the change.
        await using var scope = scopes.CreateAsyncScope();
        var fresh = scope.ServiceProvider.GetRequiredService<SignInManager<User>>();
        if (await fresh.UserManager.GetUserAsync(principal) is { LockedAt: null } user)
        {
            await fresh.RefreshSignInAsync(user);
        }
    }

    public Task LeaveAsync() => manager.SignOutAsync();
}
