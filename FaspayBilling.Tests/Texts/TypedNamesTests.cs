using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Tests.Texts;

/// <summary>What somebody typed stays a text in mails whose HTML is written by hand.</summary>
public sealed class TypedNamesTests
{
    private const string Typed = "<img src=x> & \"Sons\"";
    private const string Link = "https://billing.example/?link=\"><script>";

    private static readonly DateTime Until = new(2026, 11, 18, 2, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Mails => ["invitation", "reset", "sign-in", "tax file", "replacement"];

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_name_and_a_link_never_become_html(string mail)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Html(mail, language).Should().NotContain("<img").And.NotContain("<script").And.NotContain("\"Sons\"")
                .And.Contain("&lt;img src=x&gt; &amp; &quot;Sons&quot;");
        }
    }

    private static string Html(string mail, Language language) => mail switch
    {
        "invitation" => new InvitationMail(Typed, Typed, Typed, Role.Viewer, Until, Link, language).Html,
        "reset" => new ResetMail(Typed, Typed, Until, Link, language).Html,
        "sign-in" => new SignInMail(Typed, Typed, SignInChange.PasskeyAdded, Until, new(Typed, Typed), Link, language).Html,
        "tax file" => new TaxFileMail(language, Typed, Typed, Typed, Typed, Replacement: false).Html,
        "replacement" => new TaxFileMail(language, Typed, Typed, Typed, Typed, Replacement: true).Html,
        _ => throw new ArgumentOutOfRangeException(nameof(mail)),
    };
}
