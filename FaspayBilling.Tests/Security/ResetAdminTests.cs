using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Security;

/// <summary>The command that lets an Admin in who lost everything.</summary>
public sealed class ResetAdminTests
{
    private static readonly Dictionary<string, string> Environment = new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" };

    [Fact]
    public async Task It_prints_a_link_and_the_program_ends()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var admin = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        (await db.Get<LockUser>().HandleAsync(fpy.Admin, admin.Id, default)).Ok.Should().BeTrue();

        var (code, told, wrong) = await ProgramRun.RunAsync(
            db.Folder, Environment, "reset-admin", "ayu@fpy.example", "--Site:Address=https://billing.example");

        (code, wrong).Should().Be((0, ""));
        told.Should().Contain("https://billing.example/account/reset?link=");
        (await db.UserAsync(admin.Id)).LockedAt.Should().BeNull();
        var reset = await db.ReadAsync(d => d.Set<PasswordReset>().SingleAsync());
        reset.UserId.Should().Be(admin.Id);
        reset.SecretHash.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SecretOf(told).Trim()))));
    }

    [Fact]
    public async Task An_address_that_no_admin_has_ends_with_one_sentence()
    {
        await using var db = await TestDb.MakeAsync();
        await db.UserAsync(await db.Given.MerchantAsync(), "fajar@fpy.example", Role.Finance);

        var (code, told, wrong) = await ProgramRun.RunAsync(db.Folder, Environment, "reset-admin", "fajar@fpy.example");

        (code, told).Should().Be((1, ""));
        wrong.Trim().Should().StartWith("No Admin has the e-mail address fajar@fpy.example.").And.NotContain("\n");
    }
}
