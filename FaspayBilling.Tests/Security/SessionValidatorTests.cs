using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Security;

/// <summary>What an open page asks again and again.</summary>
public sealed class SessionValidatorTests
{
    [Fact]
    public async Task A_lock_a_new_role_and_a_new_password_end_open_pages_and_nothing_else_does()
    {
        await using var web = new TestWeb();
        await using (var db = await web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync())
        {
            db.Add(new Merchant { Name = "PT Faspay", Code = "FPY" });
            await db.SaveChangesAsync();
        }

        var admin = Actor.System(1);
        foreach (var (name, change, ends) in new (string, Func<long, Task<Outcome>>, bool)[]
        {
            ("lock", id => web.Get<LockUser>().HandleAsync(admin, id, default), true),
            ("role", id => web.Get<ChangeRole>().HandleAsync(admin, id, Role.Finance, default), true),
            (
                "password",
                id => web.Get<ChangePassword>().HandleAsync(admin with { UserId = id }, DemoAccess.Password, "Another-2026", default),
                true),
            ("unlock", id => web.Get<UnlockUser>().HandleAsync(admin, id, default), false),
        })
        {
            var id = await web.UserAsync(1, $"{name}@fpy.example", Role.Viewer);
            await using var scope = web.Services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>()
                .CreateAsync((await users.FindByEmailAsync($"{name}@fpy.example"))!);
            (await HoldsAsync()).Should().BeTrue();

            (await change(id)).Ok.Should().BeTrue();

            (await HoldsAsync()).Should().Be(!ends, name);

            async Task<bool> HoldsAsync()
            {
                await using var fresh = web.Services.CreateAsyncScope();
                return await fresh.ServiceProvider.GetRequiredService<SessionValidator>().HoldsAsync(principal);
            }
        }
    }

    [Fact]
    public async Task Who_is_signed_in_is_an_actor_with_merchant_name_and_role()
    {
        await using var web = new TestWeb();
        await using var scope = web.Services.CreateAsyncScope();
        var user = new User
        {
            Id = 7,
            MerchantId = 3,
            Name = "Vina",
            Role = Role.Finance,
            UserName = "vina@fpy.example",
            SecurityStamp = "x"
        };

        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);

        principal.ToActor().Should().Be(new Actor(3, 7, "Vina", Role.Finance));
        new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity()).ToActor().Should().BeNull();
    }
}
