using System.Net;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Texts;

/// <summary>The mail that tells a user of a change of the own sign-in, as text and as HTML; no secret is in it.</summary>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Done">What was done.</param>
/// <param name="At">When; UTC.</param>
/// <param name="From">From where; null when that is not known, or not for the user to know.</param>
/// <param name="Account">The address of My account.</param>
/// <param name="Language">The user's.</param>
public sealed record SignInMail(
    string Merchant, string Name, SignInChange Done, DateTime At, ClientOrigin? From, string Account, Language Language)
{
    public string Subject => Indonesian ? "Cara masuk Anda diubah" : "Your sign-in was changed";

    public string Text => $"""
        {Greeting}

        {About}

        {Sentence}
        {When}

        {IfNot}
        {Account}
        """;

    public string Html => $"""
        <!DOCTYPE html>
        <html lang="{(Indonesian ? "id" : "en")}"><body style="font-family:system-ui,sans-serif;color:#1f2933">
        <p>{WebUtility.HtmlEncode(Greeting)}</p>
        <p>{WebUtility.HtmlEncode(About)}</p>
        <p><b>{WebUtility.HtmlEncode(Sentence)}</b><br>{WebUtility.HtmlEncode(When)}</p>
        <p>{WebUtility.HtmlEncode(IfNot)}<br><a href="{WebUtility.HtmlEncode(Account)}">{WebUtility.HtmlEncode(Account)}</a></p>
        </body></html>
        """;

    private bool Indonesian => Language == Language.Indonesian;

    private string Greeting => Indonesian ? $"Yth. {Name}," : $"Hello {Name},";

    private string About => Indonesian
        ? $"E-mail ini mengenai cara Anda masuk ke dasbor tagihan {Merchant}."
        : $"This is about your sign-in to the billing dashboard of {Merchant}.";

    private string Sentence => Indonesian ? InIndonesian(Done) : InEnglish(Done);

    private string When => (Indonesian, From) switch
    {
        (true, null) => $"Waktu: {JakartaCalendar.Text(At)} WIB.",
        (true, { } from) => $"Waktu: {JakartaCalendar.Text(At)} WIB. Dari: {from.Address}, {from.Browser}.",
        (false, null) => $"When: {JakartaCalendar.Text(At)} in Jakarta.",
        (false, { } from) => $"When: {JakartaCalendar.Text(At)} in Jakarta. From: {from.Address}, {from.Browser}.",
    };

    // Whoever changed the password has locked the owner out of My account.
    private string IfNot => Indonesian
        ? "Bila ini bukan Anda dan tidak Anda ketahui, ubah kata sandi Anda, periksa passkey dan sesi Anda di Akun saya, dan beri tahu "
            + "seorang Admin merchant Anda. Bila kata sandi Anda tidak diterima lagi, buat yang baru lewat \"Lupa kata sandi?\"."
        : "If it was not you and you did not expect it, change your password, look at your passkeys and sessions in My account, and tell "
            + "an Admin of your merchant. If your password is not taken any more, choose a new one by \"Forgot your password?\".";

    private static string InEnglish(SignInChange done) => done switch
    {
        SignInChange.FactorOn => "An authenticator app was set up as your second factor.",
        SignInChange.FactorOff => "Your second factor was turned off: no code is asked for any more.",
        SignInChange.FactorReset => "An Admin took your second factor away: authenticator app, recovery codes and passkeys.",
        SignInChange.RecoveryCodesRenewed => "New recovery codes were made; the old ones are not taken any more.",
        SignInChange.RecoveryCodeUsed => "A recovery code was used in the place of a code of your authenticator app.",
        SignInChange.PasskeyAdded => "A passkey was added.",
        SignInChange.PasskeyRemoved => "A passkey was removed.",
        SignInChange.PasswordChanged => "Your password was changed.",
        SignInChange.PasswordReset => "A new password was chosen by a link that was mailed to you.",
        SignInChange.ResetByCommand =>
            "On the program's machine your password, second factor and passkeys were taken away (reset-admin), to let you in by a link.",
    };

    private static string InIndonesian(SignInChange done) => done switch
    {
        SignInChange.FactorOn => "Aplikasi autentikator disiapkan sebagai faktor kedua Anda.",
        SignInChange.FactorOff => "Faktor kedua Anda dinonaktifkan: kode tidak diminta lagi.",
        SignInChange.FactorReset => "Seorang Admin menghapus faktor kedua Anda: aplikasi autentikator, kode pemulihan, dan passkey.",
        SignInChange.RecoveryCodesRenewed => "Kode pemulihan baru dibuat; yang lama tidak berlaku lagi.",
        SignInChange.RecoveryCodeUsed => "Sebuah kode pemulihan dipakai sebagai pengganti kode aplikasi autentikator Anda.",
        SignInChange.PasskeyAdded => "Sebuah passkey ditambahkan.",
        SignInChange.PasskeyRemoved => "Sebuah passkey dihapus.",
        SignInChange.PasswordChanged => "Kata sandi Anda diubah.",
        SignInChange.PasswordReset => "Kata sandi baru dipilih lewat tautan yang dikirim ke e-mail Anda.",
        SignInChange.ResetByCommand =>
            "Di mesin program, kata sandi, faktor kedua, dan passkey Anda dihapus (reset-admin) agar Anda dapat masuk lewat sebuah tautan.",
    };
}
