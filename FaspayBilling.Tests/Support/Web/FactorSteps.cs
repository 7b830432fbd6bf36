using System.Net;
using AngleSharp.Dom;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>What somebody does on the pages of second factors, step by step.</summary>
internal static class FactorSteps
{
    public const string SecondFactor = "/account/second-factor";
    public const string SetUp = "/account/second/set-up";

    /// <summary>The key that a page shows for an authenticator app; null where it shows none.</summary>
    public static string? KeyOf(IParentNode page) => page.QuerySelector("[data-testid=authenticator-key]")?.TextContent;

    /// <summary>Who is signed in gives the password again and sets up an app; answers it and the recovery codes.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> Recovery)> TurnOnAsync(this HttpVisitor visitor)
    {
        using var proved = await visitor.SendAsync(SecondFactor, ("Current", DemoAccess.Password));
        proved.LeadsTo().Should().Be(SecondFactor);
        return await visitor.SetUpAsync(SecondFactor);
    }

    /// <summary>Sets up an app on a page that offers it.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> Recovery)> SetUpAsync(this HttpVisitor visitor, string path)
    {
        var page = await visitor.ReadAsync(path);
        var app = new Authenticator(KeyOf(page)!);
        using var made = await visitor.SendAsync(path, page.QuerySelector("form")!, ("Code", app.Next()));
        made.StatusCode.Should().Be(HttpStatusCode.OK);
        var codes = HttpVisitor.Parse(await made.Content.ReadAsStringAsync())
            .QuerySelectorAll("[data-testid=recovery-codes] li")
            .Select(c => c.TextContent.Trim());
        return (app, [.. codes]);
    }

    /// <summary>Signs in, through the second step, and fails where that is refused.</summary>
    public static async Task SignInAsync(this HttpVisitor visitor, string email, Authenticator app)
    {
        using var half = await visitor.SignInAsync(email);
        using var through = await visitor.SendAsync(half.LeadsTo()!, ("Code", app.Next()));
        through.LeadsTo().Should().Be("/");
    }

    /// <summary>Whether the visitor is signed in.</summary>
    public static async Task<bool> HoldsAsync(this HttpVisitor visitor)
    {
        using var page = await visitor.GetAsync("/billings");
        return page.StatusCode == HttpStatusCode.OK;
    }
}
