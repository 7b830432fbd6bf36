using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>A password is what was typed, to its last letter, and a password manager may type it.</summary>
public sealed class PasswordsAsTypedTests : IAsyncLifetime
{
    private const string Admin = "ada@fpy.example";
    private const string Second = "bea@fpy.example";
    private const string Typed = "  Kata sandi ÜBER 64 tanda: satu dua tiga empat lima enam tujuh delapan  ";

    private readonly TestWeb web = new(clock: Given.Clock());

    public async Task InitializeAsync()
    {
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(await SetUpAsync(), "PT Faspay", "FPY", "Ada", Admin, Typed), default)).Ok
            .Should().BeTrue();
        await web.UserAsync(1, Second);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task Exactly_what_was_chosen_signs_in_and_nothing_near_it()
    {
        Typed.Length.Should().BeGreaterThan(64);
        foreach (var (password, leadsTo) in new (string, string?)[]
        {
            (Typed.Trim(), null),
            (Typed.ToUpperInvariant(), null),
            (Typed[..64], null),
            (Typed[..^1], null),
            (Typed, "/"),
        })
        {
            using var visitor = new HttpVisitor(web);
            using var answer = await visitor.SignInAsync(Admin, password);

            answer.LeadsTo().Should().Be(leadsTo);
        }
    }

    [Fact]
    public async Task Every_field_of_a_password_hides_it_cuts_nothing_off_and_tells_password_managers_which_it_is()
    {
        using var ada = new HttpVisitor(web);
        using var stranger = new HttpVisitor(web);
        using var signedIn = await ada.SignInAsync(Admin, Typed);
        var invitation = await web.Get<InviteUser>().HandleAsync(
            new Actor(1, null, "Ada", Role.Admin), new InviteRequest("fajar@fpy.example", "Fajar", Role.Finance), default);
        var reset = await web.Get<OfferReset>().HandleAsync(Second, default);

        foreach (var (who, page, kinds) in new (HttpVisitor, string, string)[]
        {
            (stranger, "/account/sign-in", "current-password"),
            (stranger, $"/account/set-up?link={await SetUpAsync()}", "new-password new-password"),
            (stranger, new Uri(invitation.Value).PathAndQuery, "new-password new-password"),
            (stranger, new Uri(reset.Value).PathAndQuery, "new-password new-password"),
            (ada, "/account/password", "current-password new-password new-password"),
        })
        {
            var fields = (await who.ReadAsync(page)).QuerySelectorAll("input[type=password]");

            string.Join(' ', fields.Select(f => f.GetAttribute("autocomplete"))).Should().Be(kinds, page);
            fields.Should().OnlyContain(f => !f.HasAttribute("maxlength") && !f.HasAttribute("onpaste"), page);
        }
    }

    private async Task<string> SetUpAsync() => (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
}
