using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Features.Tenancy;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

/// <summary>All that a stranger at an open page must not do: it is done only after the password or a passkey was given again.</summary>
public sealed class ProofTests
{
    private const string Key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    // Kept by the product for itself: keys made when one is first needed, and counts of attempts.
    private static readonly string[] Kept = ["DataProtectionKeys", "InstallationSecrets", "AttemptCounts"];

    private static readonly string[] Asked = ["session.prove", "session.ended"];

    // In an order in which one leaves the next something to do.
    private static readonly IReadOnlyList<Sensitive> All =
    [
        Tenant<InviteUser>("user.invite"),
        Tenant<WithdrawInvitation>("user.withdraw-invitation"),
        Tenant<ChangeRole>("user.change-role"),
        Tenant<SendReset>("user.send-reset"),
        Tenant<LockUser>("user.lock"),
        Tenant<UnlockUser>("user.unlock"),
        Tenant<ResetSecondFactor>("user.second-factor-reset"),
        Tenant<RemoveUser>("user.remove"),
        Own<TurnOnSecondFactor>("user.second-factor-on", async (h, _, who) => await h.HandleAsync(who, Key, CodeOf(Key), default)),
        Own<RenewRecoveryCodes>("user.recovery-codes", async (h, _, who) => await h.HandleAsync(who, default)),
        Own<TurnOffSecondFactor>("user.second-factor-off", async (h, _, who) => await h.HandleAsync(who, default)),
        Own<AddPasskey>("user.passkey-add", async (h, _, who) => await h.HandleAsync(who, Passkey("new"), "Phone", default)),
        Own<RemovePasskey>("user.passkey-remove", async (h, _, who) => await h.HandleAsync(who, IdOf(Passkey("new")), default)),
        Own<SaveMerchant>("merchant.change", async (h, db, who) => await h.HandleAsync(who, await SameAsync(db, who), default)),
        Own<SaveSecondFactorRule>(
            "merchant.second-factor", async (h, _, who) => await h.HandleAsync(who, SecondFactorRule.Voluntary, default)),
        Tenant<SavePaymentInstructions>("settings.payment-instructions"),
        Tenant<MakeBillingCredential>("api.make-credential"),
        Tenant<RevokeBillingCredential>("api.revoke-credential"),
        Own<GrantRepresentation>("api.grant", async (h, db, who) => await h.HandleAsync(
            who, new("T8V-erp", true, true, true, DateOnly.FromDateTime(db.Clock.Now()), null), default)),
        Tenant<RevokeRepresentation>("api.revoke-grant"),
        Tenant<MakeApiClient>("api.make-client"),
        Tenant<RevokeApiClient>("api.revoke-client"),
        Own<SaveCallbackUrl>("callback.set-address", async (h, db, who) => await h.HandleAsync(
            who, "", (await db.Get<ReadCallbackSetting>().HandleAsync(who, default)).Value.Version, default)),
        Own<CloseSession>("session.end", async (h, db, who) => await h.HandleAsync(who, (await OtherAsync(db, who)).Id, default)),
        Own<CloseSession>("session.end-others", async (h, _, who) => await h.HandleOthersAsync(who, default)),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_proof_each_is_refused_and_changes_nothing_and_with_one_it_is_not(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (estate, user) = await MakeAsync(db);
        var actor = await db.UnprovedAsync(user);

        foreach (var action in All)
        {
            var before = await RowsAsync(db);
            (await action.RunAsync(db, estate, actor)).Refusal.Should().Be(Refusals.ProofNeeded, action.Code);
            (await RowsAsync(db)).Should().Equal(before, action.Code);

            await ProveAsync(db, db.Clock.Now());
            (await action.RunAsync(db, estate, actor)).Refusals.Select(r => r.Code).Should().NotIntersectWith(Asked, action.Code);
            await ProveAsync(db, at: null);
        }
    }

    [Fact]
    public async Task Whoever_acts_without_a_user_is_not_asked()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<MakeApiClient>().HandleAsync(Actor.System(fpy.Id), "ERP", default)).Ok.Should().BeTrue();
    }

    [Fact]
    public void Every_action_that_the_product_calls_sensitive_is_tried_here()
    {
        var lines = Sources.All
            .Where(f => f.IsUnder("FaspayBilling.Core"))
            .SelectMany(f => f.Lines.Select(line => (Handler: Path.GetFileNameWithoutExtension(f.Path), Line: line)))
            .ToList();

        lines.Where(l => l.Line.Contains("AuditedAction.Sensitive(", StringComparison.Ordinal)).Select(l => l.Handler)
            .Should().BeEquivalentTo(All.Select(a => a.Handler));
        foreach (var action in All)
        {
            lines.Where(l => l.Handler == action.Handler && l.Line.Contains($"\"{action.Code}\"", StringComparison.Ordinal))
                .Should().NotBeEmpty("{0} is what {1} does", action.Code, action.Handler);
        }
    }

    private static async Task<(TenantFixture Estate, User User)> MakeAsync(TestDb db)
    {
        var estate = await TenantFixture.OfAsync(db, await db.Given.MerchantAsync("FPY"));
        var user = await db.UserAsync(estate.Owner, "ada@fpy.example", Role.Admin);
        await db.OpenAsync(user);
        await db.ClientAsync(await db.Given.MerchantAsync("T8V"));
        return (estate, user);
    }

    private static async Task<List<string>> RowsAsync(TestDb db) =>
        [.. (await db.RowsAsync()).Where(r => !Kept.Contains(r.Table)).Select(r => $"{r.Table} {r.Text}").Order(StringComparer.Ordinal)];

    private static Sensitive Tenant<T>(string code) => new(
        code, typeof(T).Name, async (db, estate, who) => (Outcome)(await HandlerCalls.Of(typeof(T).Name).RunAsync(db, estate, who))!);

    private static Sensitive Own<T>(string code, Func<T, TestDb, Actor, Task<Outcome>> run)
        where T : notnull => new(code, typeof(T).Name, (db, _, who) => run(db.Get<T>(), db, who));

    private static async Task<MerchantRequest> SameAsync(TestDb db, Actor who)
    {
        var now = (await db.Get<ReadMerchant>().HandleAsync(who, default)).Value;
        return new(now.Name, now.Code, now.Npwp, now.Nitku, now.Address, now.Language, null, RemoveLogo: false, now.Version);
    }

    // One more session of the same user, made once.
    private static Task<UserSession> OtherAsync(TestDb db, Actor who) =>
        db.ReadAsync(d => d.Set<UserSession>().OrderBy(s => s.Id).FirstAsync(s => s.UserId == who.UserId && s.Id != who.SessionId));

    private static Task ProveAsync(TestDb db, DateTime? at) =>
        db.ReadAsync(d => d.Set<UserSession>().ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, at)));

    private sealed record Sensitive(string Code, string Handler, Func<TestDb, TenantFixture, Actor, Task<Outcome>> RunAsync);
}
