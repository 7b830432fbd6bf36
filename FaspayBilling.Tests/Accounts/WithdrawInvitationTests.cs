using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts;

public sealed class WithdrawInvitationTests
{
    [Fact]
    public async Task A_withdrawn_invitation_is_over_and_not_listed_any_more()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var link = await db.InviteAsync(fpy);
        var row = (await db.Get<ListUsers>().HandleAsync(fpy.Admin, default)).Value.Invited.Should().ContainSingle().Subject;

        (await db.Get<WithdrawInvitation>().HandleAsync(fpy.Admin, row.Id, default)).Ok.Should().BeTrue();

        (await db.Get<AcceptInvitation>().ReadAsync(SecretOf(link), default)).Refusal!.Code.Should().Be("user.link");
        (await db.Get<ListUsers>().HandleAsync(fpy.Admin, default)).Value.Invited.Should().BeEmpty();
        (await db.HistoryAsync(fpy)).Should().EndWith("Withdrew the invitation of fajar@fpy.example");
    }

    [Fact]
    public async Task Another_merchants_invitation_cannot_be_withdrawn()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var link = await db.InviteAsync(fpy);
        var id = await db.ReadAsync(d => d.Set<Invitation>().Select(i => i.Id).SingleAsync());

        (await db.Get<WithdrawInvitation>().HandleAsync((await db.Given.MerchantAsync("T8V")).Admin, id, default)).Refusal!.Code
            .Should().Be("user.link");
        (await db.Get<AcceptInvitation>().ReadAsync(SecretOf(link), default)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task What_was_accepted_or_withdrawn_meanwhile_is_not_withdrawn_again()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var accepted = await db.InviteAsync(fpy);
        await db.InviteAsync(fpy, "ayu@fpy.example");
        var ids = await db.ReadAsync(d => d.Set<Invitation>().OrderBy(i => i.Id).Select(i => i.Id).ToListAsync());
        await db.Get<AcceptInvitation>().HandleAsync(
            SecretOf(accepted), "Fajar", DemoAccess.Password, Language.English, UserData.Office, default);
        await db.Get<WithdrawInvitation>().HandleAsync(fpy.Admin, ids[1], default);

        foreach (var id in ids)
        {
            (await db.Get<WithdrawInvitation>().HandleAsync(fpy.Admin, id, default)).Refusal!.Code.Should().Be("user.link");
        }

        (await db.ReadAsync(d => d.Set<Invitation>().SingleAsync())).UsedAt.Should().NotBeNull("an accepted one is kept");
    }
}
