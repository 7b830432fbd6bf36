using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts;

public sealed class CreateUserTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_user_is_made_without_the_spaces_around_what_was_typed_and_signs_in_by_the_password(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var made = await CreateAsync(db, New(fpy, " Fajar@fpy.example ") with { Name = " Fajar ", Language = Language.Indonesian });

        var user = await db.UserAsync(made.Value);
        user.Should().BeEquivalentTo(new
        {
            MerchantId = fpy.Id,
            Name = "Fajar",
            Email = "Fajar@fpy.example",
            NormalizedEmail = "FAJAR@FPY.EXAMPLE",
            Role = Role.Finance,
            Language = Language.Indonesian,
            LockoutEnabled = true,
            LockedAt = (DateTime?)null,
        });
        user.PasswordHash.Should().NotContain(DemoAccess.Password);
        db.Get<IPasswordHasher<User>>().VerifyHashedPassword(user, user.PasswordHash!, DemoAccess.Password)
            .Should().Be(PasswordVerificationResult.Success);
        (await db.HistoryAsync(fpy)).Should().Equal("Added Fajar@fpy.example as Finance");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_its_field_and_nobody_is_made()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var wrong = await CreateAsync(db, New(fpy, "nobody") with { Name = new string('x', 101), Password = "weak" });

        wrong.Refusals.Select(r => (r.Code, r.Field))
            .Should().Equal(("user.name", "Name"), ("user.email", "Email"), ("user.password", "Password"));
        (await db.ReadAsync(d => d.Set<User>().CountAsync())).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_signs_in_one_user_of_the_whole_installation(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V");

        // Of two merchants: neither waits for the lock of the other.
        var outcomes = await Together.RunAsync(new[] { (db, fpy), (node, other) }
            .Select((of, i) => (Func<Task<Outcome<long>>>)(() =>
                CreateAsync(of.Item1, New(of.Item2, i == 0 ? "fajar@fpy.example" : "FAJAR@fpy.example")))));

        outcomes.Should().ContainSingle(o => o.Ok);
        outcomes.Single(o => !o.Ok).Refusal.Should().Be(UserRefusals.UserEmailTaken);
        (await db.ReadAsync(d => d.Set<User>().CountAsync())).Should().Be(1);
    }

    private static NewUser New(GivenMerchant merchant, string email) =>
        new(merchant.Id, email, "Fajar", Role.Finance, DemoAccess.Password);

    private static Task<Outcome<long>> CreateAsync(TestDb db, NewUser asked) =>
        db.Get<CreateUser>().HandleAsync(Actor.System(asked.MerchantId), asked, default);
}
