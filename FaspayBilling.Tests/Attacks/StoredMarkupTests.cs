using System.Globalization;
using System.Reflection;
using Bunit;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Features.Tenancy;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Components.Pages.Customers;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Pages.Invoices.Form;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Attacks;

/// <summary>
/// What somebody stored is text on every page of the dashboard. These pages come over a socket: no request brings their content, so they
/// are rendered here; what requests bring is in <see cref="StoredMarkupOverHttpTests"/>.
/// </summary>
public sealed class StoredMarkupTests : PageTest
{
    private const int AtOnce = 100;

    private static readonly IReadOnlyList<(Type Page, string Template)> Pages =
    [
        .. from type in typeof(BillingList).Assembly.GetTypes()
           where !type.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute), inherit: true)
           from route in type.GetCustomAttributes<RouteAttribute>()
           select (type, route.Template),
    ];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Fpy.Admin);
    }

    [Fact]
    public async Task Stored_markup_is_text_on_every_page_of_the_dashboard()
    {
        var estate = await TenantFixture.OfAsync(Db, Fpy);
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (texts, round) in HostileMarkup.Texts(AttackCount.Inputs).Chunk(AtOnce).Select((t, i) => (t, i)))
        {
            await HostileColumns.FillAsync(Db, texts, round);
            await HistoryAsync(estate, texts[round % texts.Length]);
            foreach (var (page, path, parameters) in Visits(estate))
            {
                var html = await ShownAsync(page, path, parameters, waits: round == 0 || seen.Contains(path));
                found.AddRange(HostileMarkup.Findings(HttpVisitor.Parse(html)).Select(f => $"{path}: {f}"));
                if (HostileMarkup.IsIn(html))
                {
                    seen.Add(path);
                }
            }
        }

        found.Should().BeEmpty();

        // Pages that show nothing of it would prove nothing.
        seen.Should().Contain("/billings").And.Contain("/customers").And.Contain("/mail").And.HaveCountGreaterThan(11);
    }

    [Fact]
    public void What_becomes_markup_would_be_found()
    {
        string[] shown =
        [
            "<p><script>zq7x(1)</script></p>", "<p><img src=x onerror=zq7x(1)></p>", "<a href=' java\nscript:zq7x'>x</a>",
            "<zq7x-a></zq7x-a>", "<p title='' onclick='zq7x'></p>", "<!-- zq7x -->", "<p style='zq7x'></p>", "<img src=/zq7x>",
        ];

        shown.Where(html => !HostileMarkup.Findings(HttpVisitor.Parse(html)).Any()).Should().BeEmpty();
        HostileMarkup.Findings(HttpVisitor.Parse("<p title='javascript:zq7x'>&lt;script&gt;zq7x</p><input value='<b>zq7x'>"))
            .Should().BeEmpty();
        HostileMarkup.Findings(HttpVisitor.Parse($"<!--Blazor-Server-Component-State:CfDJ8{new string('K', 100)}zq7x+A=-->"))
            .Should().BeEmpty("encrypted letters may spell the marker by chance");
    }

    [Fact]
    public async Task What_is_left_out_exists_and_most_texts_are_not()
    {
        await using var context = await Db.Dbs.CreateDbContextAsync();

        HostileColumns.LeftOut.Except(HostileColumns.AllTexts(context.Model)).Should().BeEmpty("what is gone needs no exception");
        HostileColumns.Of(context.Model).Should().HaveCountGreaterThan(50);
        HostileMarkup.Texts(1_000).Where(t => !HostileMarkup.IsIn(t)).Should().BeEmpty();
    }

    private static IEnumerable<(Type Page, string Path, Dictionary<string, object> Parameters)> Visits(TenantFixture estate) =>
        from page in Pages
        from visit in Visits(page.Template, estate)
        select (page.Page, visit.Path, visit.Parameters);

    private static IEnumerable<(string Path, Dictionary<string, object> Parameters)> Visits(string template, TenantFixture estate)
    {
        switch (template)
        {
            case "/billings/{Number}":
                return
                [
                    .. from invoice in new[] { estate.Unpaid, estate.Draft, estate.Cancelled, estate.Part }
                       select Visit(template, nameof(BillingDetailPage.Number), invoice.Number),
                ];
            case "/billings/{Number}/edit":
                return [Visit(template, nameof(InvoiceFormPage.Number), estate.Draft.Number)];
            case "/customers/{Id:long}":
                return [Visit(template, nameof(CustomerPage.Id), estate.Unpaid.CustomerId)];
            case "/settings/billing":
                return
                [
                    .. from tab in new[] { "features", "notifications", "cancellation", "payment" }
                       select ($"{template}?tab={tab}", None()),
                ];
            case "/billings/new":
                return [(template, None()), ($"{template}?note=credit&for={estate.Unpaid.Number}", None())];
            default:
                template.Should().NotContain("{", "a new page that asks for something gets it here");
                return [(template, None())];
        }
    }

    private static (string Path, Dictionary<string, object> Parameters) Visit(string template, string name, object value)
    {
        var (start, end) = (template.IndexOf('{', StringComparison.Ordinal), template.IndexOf('}', StringComparison.Ordinal) + 1);
        var path = string.Create(CultureInfo.InvariantCulture, $"{template[..start]}{value}{template[end..]}");
        return (path, new Dictionary<string, object>(StringComparer.Ordinal) { [name] = value });
    }

    private static Dictionary<string, object> None() => new(StringComparer.Ordinal);

    private async Task<string> ShownAsync(Type page, string path, IDictionary<string, object> parameters, bool waits)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(path);
        var screen = Show<DynamicComponent>(p => p.Add(d => d.Type, page).Add(d => d.Parameters, parameters));
        for (var tries = 0; waits && tries < 20 && !HostileMarkup.IsIn(screen.Markup); tries++)
        {
            await Task.Delay(50);
        }

        return screen.Markup;
    }

    // What a sentence of the history is made of stands in one column, as JSON.
    private async Task HistoryAsync(TenantFixture estate, string text)
    {
        var told = Message.Of("user.invite", ("email", text), ("role", Value.Term(Role.Viewer)));
        await Db.AddAsync(Entry(HistorySubject.User, null, told));
        await Db.AddAsync(Entry(HistorySubject.Invoice, estate.Unpaid.Id, Message.Of("invoice.mail", ("to", text))));
    }

    private HistoryEntry Entry(HistorySubject subject, long? id, Message told) => new()
    {
        MerchantId = Fpy.Id,
        Security = HistoryEntry.IsOfSecurity(subject, refusalCode: null),
        At = Clock.GetUtcNow().UtcDateTime,
        Who = HostileMarkup.Marker,
        Subject = subject,
        SubjectId = id,
        Action = told.Key,
        Arguments = told.Values,
    };
}
