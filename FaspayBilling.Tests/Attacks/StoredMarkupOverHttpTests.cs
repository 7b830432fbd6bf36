using System.Net;
using System.Reflection;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Accounts;
using FaspayBilling.Tests.Features.BillPage;
using FaspayBilling.Tests.Features.Tenancy;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Components.Pages.Invoices;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Tests.Attacks;

/// <summary>What somebody stored, and what stands in an address, is text on every page as it comes over HTTP.</summary>
public sealed class StoredMarkupOverHttpTests : IAsyncLifetime
{
    private const int AtOnce = 20;

    private static readonly IReadOnlyList<string> Templates =
    [
        .. typeof(BillingList).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template),
    ];

    private readonly string key = PublicLinkKey.New();
    private TestDb db = null!;
    private TestWeb web = null!;
    private TenantFixture estate = null!;
    private string link = "";

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        estate = await TenantFixture.OfAsync(db, fpy);
        await db.DocumentAsync(await fpy.BillAsync(key), forCustomer: true);
        await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        link = GivenLink.SecretOf(await db.InviteAsync(fpy));
        web = new TestWeb(new() { ["Database:Path"] = Path.Combine(db.Folder, "faspay.db") }, db.Clock);
    }

    public async Task DisposeAsync()
    {
        await web.DisposeAsync();
        await db.DisposeAsync();
    }

    [Fact]
    public async Task Stored_and_asked_markup_is_text_in_every_answer()
    {
        using var stranger = new HttpVisitor(web);
        using var ada = new HttpVisitor(web);
        using var signedIn = await ada.SignInAsync("ada@fpy.example");
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (texts, round) in HostileMarkup.Texts(AttackCount.Inputs).Chunk(AtOnce).Select((t, i) => (t, i)))
        {
            await HostileColumns.FillAsync(db, texts, round);

            // Bills are counted by the network that asks for them.
            stranger.From($"198.51.{round / 250 % 250}.{(round % 250) + 1}");
            foreach (var (path, index) in Paths().Select((p, i) => (p, i)))
            {
                var asked = Asked(path, texts[(index + round) % texts.Length]);
                foreach (var visitor in new[] { stranger, ada })
                {
                    using var answer = await visitor.GetAsync(asked);
                    var html = await answer.Content.ReadAsStringAsync();
                    if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                    {
                        found.Add($"{asked}: {answer.StatusCode}");
                    }

                    found.AddRange(HostileMarkup.Findings(HttpVisitor.Parse(html)).Select(f => $"{asked}: {f}"));
                    if (HostileMarkup.IsIn(html))
                    {
                        seen.Add(path);
                    }
                }
            }
        }

        found.Should().BeEmpty();

        // Answers that show nothing of it would prove nothing.
        seen.Should().Contain($"/bill/{key}").And.Contain("/account/sessions").And.HaveCountGreaterThan(2);
    }

    private static string Asked(string path, string text) => path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?')
        + string.Join('&', new[] { "returnUrl", "demo", "q", "tab", "x" }.Select(name => $"{name}={Uri.EscapeDataString(text)}"));

    private IEnumerable<string> Paths() =>
    [
        .. Templates.Select(t => t
            .Replace("{Key}", key, StringComparison.Ordinal)
            .Replace("{Number}", estate.Unpaid.Number, StringComparison.Ordinal)
            .Replace("{Id:long}", FormattableString.Invariant($"{estate.Unpaid.CustomerId}"), StringComparison.Ordinal)),
        $"/account/invitation?link={link}",
        "/nowhere",
    ];
}
