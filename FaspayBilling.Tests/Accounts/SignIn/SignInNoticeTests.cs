using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.SignIn;

/// <summary>A user is told by mail when the ways to sign in as that user change.</summary>
public sealed class SignInNoticeTests
{
    private const string Key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private const string Recovery = "ABCD-2345-EFGH";

    public static TheoryData<SignInChange> All => [.. Enum.GetValues<SignInChange>()];

    [Theory]
    [InlineData(SignInChange.FactorOn, "Aplikasi autentikator disiapkan")]
    [InlineData(SignInChange.FactorOff, "Faktor kedua Anda dinonaktifkan")]
    [InlineData(SignInChange.FactorReset, "Seorang Admin menghapus faktor kedua Anda")]
    [InlineData(SignInChange.RecoveryCodesRenewed, "Kode pemulihan baru dibuat")]
    [InlineData(SignInChange.RecoveryCodeUsed, "Sebuah kode pemulihan dipakai")]
    [InlineData(SignInChange.PasskeyAdded, "Sebuah passkey ditambahkan.")]
    [InlineData(SignInChange.PasskeyRemoved, "Sebuah passkey dihapus.")]
    [InlineData(SignInChange.PasswordChanged, "Kata sandi Anda diubah.")]
    [InlineData(SignInChange.PasswordReset, "Kata sandi baru dipilih")]
    [InlineData(SignInChange.ResetByCommand, "Di mesin program, kata sandi, faktor kedua, dan passkey Anda dihapus")]
    public async Task Each_change_leaves_one_mail_to_that_user_in_the_users_language(SignInChange done, string said)
    {
        await using var db = await TestDb.MakeAsync(extra: new() { ["Site:Address"] = "https://billing.example" });
        var (fpy, user) = await MakeAsync(db);
        await db.ReadAsync(d => d.Set<User>()
            .Where(u => u.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, Language.Indonesian)));

        (await ChangeAsync(db, fpy, await db.UserAsync(user.Id), done, good: true)).Ok.Should().BeTrue();

        var mail = (await NoticesAsync(db)).Should().ContainSingle().Subject;
        (mail.To, mail.MerchantId, mail.State, mail.PersonalLink).Should().Be(("vina@fpy.example", fpy.Id, MailState.Waiting, null));
        mail.Subject.Should().Be("Cara masuk Anda diubah");
        mail.Text.Should().Contain(said).And.Contain("16/11/2026 09:00 WIB").And.Contain("https://billing.example/account");
        mail.Html.Should().Contain(said);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_that_is_refused_leaves_none(SignInChange done)
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, user) = await MakeAsync(db);

        (await ChangeAsync(db, fpy, user, done, good: false)).Ok.Should().BeFalse();

        (await NoticesAsync(db)).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_says_from_where_but_not_where_an_Admin_is(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, user) = await MakeAsync(db);
        var admin = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);

        (await ChangeAsync(db, fpy, user, SignInChange.PasskeyAdded, good: true)).Ok.Should().BeTrue();
        (await db.CheckAsync(user, Recovery)).Ok.Should().BeTrue();
        (await db.Get<ResetSecondFactor>().HandleAsync(await db.ProvedAsync(admin), user.Id, default)).Ok.Should().BeTrue();

        var mails = await NoticesAsync(db);
        mails.Should().HaveCount(3).And.OnlyContain(m => m.To == "vina@fpy.example" && m.Subject == "Your sign-in was changed");
        var from = $"From: {UserData.Office.Address}, {UserData.Office.Browser}.";
        mails[0].Text.Should().Contain("A passkey was added.").And.Contain(from);
        mails[1].Text.Should().Contain("A recovery code was used").And.Contain(from).And.NotContain(Recovery);
        mails[2].Text.Should().Contain("An Admin took your second factor away").And.NotContain(UserData.Office.Address);
    }

    [Fact]
    public void Each_change_has_a_sentence_of_its_own_in_both_languages() =>
        Enum.GetValues<Language>()
            .SelectMany(language => Enum.GetValues<SignInChange>().Select(done => MailOf(done, language).Text))
            .Should().OnlyHaveUniqueItems();

    private static SignInMail MailOf(SignInChange done, Language language) => new(
        "PT FPY", "Vina", done, new(2026, 11, 16, 2, 0, 0, DateTimeKind.Utc), From: null, "https://billing.example/account", language);

    // With everything that can be changed or taken away.
    private static async Task<(GivenMerchant Merchant, User User)> MakeAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Admin);
        await db.AppAsync(user);
        await db.RecoveryCodeAsync(user, Recovery);
        await db.PasskeyAsync(user);
        return (fpy, user);
    }

    private static async Task<Outcome> ChangeAsync(TestDb db, GivenMerchant fpy, User user, SignInChange done, bool good)
    {
        var actor = good ? await db.ProvedAsync(user) : await db.UnprovedAsync(user);
        return done switch
        {
            SignInChange.FactorOn => await db.Get<TurnOnSecondFactor>().HandleAsync(actor, Key, CodeOf(Key), default),
            SignInChange.FactorOff => await db.Get<TurnOffSecondFactor>().HandleAsync(actor, default),
            SignInChange.FactorReset => await db.Get<ResetSecondFactor>().HandleAsync(good ? fpy.Admin : fpy.Finance, user.Id, default),
            SignInChange.RecoveryCodesRenewed => await db.Get<RenewRecoveryCodes>().HandleAsync(actor, default),
            SignInChange.RecoveryCodeUsed => await db.CheckAsync(user, good ? Recovery : "WXYZ-2345-EFGH"),
            SignInChange.PasskeyAdded => await db.Get<AddPasskey>().HandleAsync(actor, Passkey("key"), "Key", default),
            SignInChange.PasskeyRemoved => await db.Get<RemovePasskey>().HandleAsync(actor, IdOf(Passkey()), default),
            SignInChange.PasswordChanged => await db.Get<ChangePassword>()
                .HandleAsync(actor, good ? DemoAccess.Password : "wrong", "Another-2026", default),
            SignInChange.PasswordReset => await db.Get<ResetPassword>()
                .HandleAsync(good ? await LinkAsync(db, fpy, user) : "never-given", "Another-2026", UserData.Office, default),
            SignInChange.ResetByCommand => await db.Get<OfferReset>().HandleAsync(good ? user.Email! : "nobody@fpy.example", default),
        };
    }

    private static async Task<string> LinkAsync(TestDb db, GivenMerchant fpy, User user)
    {
        await db.Get<SendReset>().HandleAsync(fpy.Admin, user.Id, default);
        return db.SecretOf((await db.MailsAsync())[^1]);
    }

    private static async Task<List<OutboxMail>> NoticesAsync(TestDb db) =>
        (await db.MailsAsync()).FindAll(m => m.Kind == MailKind.SignIn);
}
