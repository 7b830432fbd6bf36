using System.Net;
using System.Reflection;
using System.Text.Json;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace FaspayBilling.Tests.Attacks;

/// <summary>Whatever a link says where to go afterwards, nobody leaves the site by it.</summary>
public sealed class RedirectTargetsTests(TwoMerchants given) : IClassFixture<TwoMerchants>
{
    private const string SignIn = "/account/sign-in";
    private const string Language = "/account/language";
    private const string SignOut = "/account/sign-out";
    private const string Second = "/account/second";

    [Fact]
    public void Every_address_that_is_told_where_to_go_is_tried() =>
        Routes.Of(given.Web)
            .Where(route => Told(route).Any(name => name.Contains("url", StringComparison.OrdinalIgnoreCase)))
            .Select(Routes.Name)
            .Distinct()
            .Should().BeEquivalentTo(SignIn, Language, SignOut, Second, FactorSteps.SetUp);

    [Theory]
    [InlineData("/", true)]
    [InlineData("", true)]
    [InlineData("/billings?next=//evil.example", true)]
    [InlineData("{site}", true)]
    [InlineData("{site}/billings", true)]
    [InlineData("{site}@evil.example/", false)]
    [InlineData("{site}.evil.example/", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData(" \\\\evil.example", false)]
    [InlineData("https:evil.example", false)]
    [InlineData("java\nscript:alert(1)", false)]
    public void A_browser_stays_or_goes_as_browsers_do(string address, bool stays)
    {
        // A judge who finds nothing wrong would prove nothing.
        var site = given.Web.Address.TrimEnd('/');

        Landing.Stays(address.Replace("{site}", site, StringComparison.Ordinal), site).Should().Be(stays);
    }

    [Fact]
    public async Task Who_is_signed_in_already_stays_on_the_site()
    {
        using var visitor = await given.SignedInAsync(TwoMerchants.Viewer);

        await TryAllAsync(address => visitor.GetAsync($"{SignIn}?returnUrl={Uri.EscapeDataString(address)}"));
    }

    [Fact]
    public async Task A_change_of_the_language_stays_on_the_site()
    {
        using var visitor = await given.SignedInAsync(TwoMerchants.Viewer);
        var token = await FoundForm.TokenAsync(visitor, "/account/password");

        await TryAllAsync(
            address => visitor.PostAsync(Language, (FoundForm.Token, token), ("language", "English"), ("returnUrl", address)));
    }

    [Fact]
    public async Task A_sign_out_stays_on_the_site()
    {
        using var visitor = given.Stranger();
        var token = await FoundForm.TokenAsync(visitor, SignIn);

        await TryAllAsync(address => visitor.PostAsync(SignOut, (FoundForm.Token, token), ("returnUrl", address)));
    }

    [Fact]
    public async Task A_sign_in_and_the_links_beside_it_stay_on_the_site()
    {
        // Each costs a password's hash; the way after it is the same as for who is signed in already.
        foreach (var address in HostileAddresses.All.Where((_, number) => number % 6 == 0))
        {
            using var visitor = given.Stranger();
            var page = await visitor.ReadAsync($"{SignIn}?returnUrl={Uri.EscapeDataString(address)}");
            using var answer = await visitor.SignInAsync(TwoMerchants.Viewer, returnUrl: address);

            WhatIsWrong(answer).Should().BeNull(Shown(address));
            page.QuerySelectorAll("a, form")
                .Select(link => link.GetAttribute("href") ?? link.GetAttribute("action") ?? "")
                .Should().OnlyContain(target => Landing.Stays(target, given.Web.Address), Shown(address));
        }
    }

    [Fact]
    public async Task The_links_of_a_second_step_stay_on_the_site()
    {
        using var visitor = given.Stranger();
        var email = $"{Guid.NewGuid():N}@biasa.example";
        await given.Web.UserAsync(2, email, Role.Viewer);
        using var signedIn = await visitor.SignInAsync(email);
        var (_, recovery) = await visitor.TurnOnAsync();

        foreach (var (code, address) in recovery.Zip(HostileAddresses.All.Where((_, number) => number % 10 == 3)))
        {
            using var signedOut = await visitor.SignOutAsync();
            using var half = await visitor.SignInAsync(email, returnUrl: address);
            using var answer = await visitor.SendAsync($"{Second}?returnUrl={Uri.EscapeDataString(address)}", ("Code", code));

            WhatIsWrong(half).Should().BeNull(Shown(address));
            WhatIsWrong(answer).Should().BeNull(Shown(address));
        }
    }

    private async Task TryAllAsync(Func<string, Task<HttpResponseMessage>> ask)
    {
        var made = AttackCount.Seeds.Select(seed => MangledText.Of(HostileAddresses.All, new Random(seed)));
        var wrong = new List<string>();
        foreach (var address in HostileAddresses.All.Concat(made))
        {
            using var answer = await ask(address);
            if (WhatIsWrong(answer) is { } why)
            {
                wrong.Add($"{Shown(address)} {why}");
            }
        }

        wrong.Should().BeEmpty();
    }

    private string? WhatIsWrong(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.BadRequest ? null
        : answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther) ? $"is answered {answer.StatusCode}"
        : !answer.Headers.NonValidated.TryGetValues("Location", out var location) ? "leads nowhere"
        : !Landing.Stays(location.ToString(), given.Web.Address) ? $"leads to {Shown(location.ToString())}"
        : null;

    // What a request tells by name: the parameters of an endpoint, and what a page takes from its query.
    private static IEnumerable<string> Told(RouteEndpoint route) =>
    [
        .. route.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Select(p => p.Name ?? "") ?? [],
        .. route.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties()
            .Select(p => (Property: p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
            .Where(p => p.Query is not null)
            .Select(p => p.Query!.Name ?? p.Property) ?? [],
    ];

    private static string Shown(string address) => JsonSerializer.Serialize(address.Length > 300 ? address[..300] : address);
}
