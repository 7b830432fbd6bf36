using System.Buffers.Binary;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Tests.Accounts.Passwords;

/// <summary>What a guess costs whoever has stolen the hashes.</summary>
public sealed class PasswordHashTests
{
    private const string Email = "vina@fpy.example";
    private const uint HmacSha512 = 2;
    private const uint Rounds = 210_000;

    [Fact]
    public async Task A_password_is_hashed_by_210_000_rounds_of_HMAC_SHA512_and_never_twice_to_the_same()
    {
        await using var db = await TestDb.MakeAsync();
        var hasher = db.Get<IPasswordHasher<User>>();

        var (one, other) = (hasher.HashPassword(null!, DemoAccess.Password), hasher.HashPassword(null!, DemoAccess.Password));

        CostOf(one).Should().Be((HmacSha512, Rounds));
        other.Should().NotBe(one);
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_still_signs_in_and_is_made_anew_by_it()
    {
        await using var web = TestWeb.WithDemo();
        var cheap = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));
        var id = await web.UserAsync(1, Email, Role.Viewer);
        var old = cheap.HashPassword(null!, DemoAccess.Password);
        await web.ReadAsync(db => db.Set<User>().Where(u => u.Id == id).ExecuteUpdateAsync(s => s.SetProperty(u => u.PasswordHash, old)));
        using var visitor = new HttpVisitor(web);

        using var signedIn = await visitor.SignInAsync(Email);
        using var page = await visitor.GetAsync("/billings");

        signedIn.LeadsTo().Should().Be("/");
        page.LeadsTo().Should().BeNull("the session goes on");
        var hash = await web.ReadAsync(db => db.Set<User>().Where(u => u.Id == id).Select(u => u.PasswordHash!).SingleAsync());
        CostOf(hash).Should().Be((HmacSha512, Rounds));
    }

    // Identity's third format: a mark, then function and rounds, each in four bytes.
    private static (uint Function, uint Rounds) CostOf(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
    }
}
