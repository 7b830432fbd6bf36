using System.Net;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FaspayBilling.Tests.Attacks;

/// <summary>
/// What has an address with an id or a key in it is another merchant's to nobody: asked of all addresses that the product has, with all
/// ids and keys that stand in its database, and with what is almost one.
/// </summary>
public sealed class FileAddressesTests(TwoMerchants given) : IClassFixture<TwoMerchants>
{
    private const string SignIn = "/account/sign-in";
    private const string Bills = "/bill/";

    private IReadOnlyList<RouteEndpoint> Asked => [.. Routes.Of(given.Web).Where(r => r.Takes(HttpMethod.Get.Method))];

    private IReadOnlyList<RouteEndpoint> WithKeys => [.. Asked.Where(r => r.RoutePattern.Parameters.Count > 0)];

    /// <summary>What serves files: no page, no API, and not the API's description.</summary>
    private IReadOnlyList<RouteEndpoint> Files => [.. WithKeys.Where(r => !r.IsPage() && !r.IsApi() && !r.IsBelow("/openapi"))];

    [Fact]
    public void The_addresses_are_found()
    {
        // Attacks on nothing would all fail.
        Files.Should().HaveCountGreaterThanOrEqualTo(9);
        Files.Select(Routes.Name).Should().Contain(["/billings/{number}/pdf", "/downloads/{id}", "/bill/{key}/documents/{id:long}"]);
        WithKeys.Count(r => r.IsPage()).Should().BeGreaterThanOrEqualTo(4);
        WithKeys.Count(r => r.IsApi()).Should().BeGreaterThanOrEqualTo(2);
        given.Keys.Should().Contain([given.Number, given.BillKey]).And.NotContain(given.OtherBillKey);
    }

    [Fact]
    public async Task The_owner_is_served_at_each_of_them_and_who_has_a_bills_key_that_bill()
    {
        using var owner = await given.SignedInAsync(TwoMerchants.Owner);
        using var customer = given.Stranger();

        foreach (var route in Files)
        {
            var served = await IsServedAsync(route.IsBelow(Bills) ? customer : owner, route);
            served.Should().BeTrue($"{route.Name()} proves nothing before TwoMerchants owns something that it serves");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TwoMerchants.Admin)]
    [InlineData(TwoMerchants.Finance)]
    [InlineData(TwoMerchants.Viewer)]
    public async Task Another_merchants_user_and_nobody_are_served_nothing_by_an_id_or_a_key(string? email)
    {
        using var visitor = email is null ? given.Stranger() : await given.SignedInAsync(email);
        var wrong = new List<string>();

        foreach (var route in Asked)
        {
            foreach (var address in Addresses(route, Others(route)))
            {
                using var answer = await visitor.From(given.Network()).GetAsync(address);
                if (await WhatIsWrongAsync(route, answer) is { } why)
                {
                    wrong.Add($"{address} {why}");
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_almost_an_id_or_a_key_opens_nothing()
    {
        using var other = await given.SignedInAsync(TwoMerchants.Admin);
        using var nobody = given.Stranger();
        var routes = WithKeys;
        var wrong = new List<string>();

        foreach (var seed in AttackCount.Seeds)
        {
            var random = new Random(seed);
            var route = routes[random.Next(routes.Count)];
            var address = route.Fill(parameter => Almost(parameter, random));
            using var answer = await (random.Next(2) == 0 ? other : nobody).From(given.Network()).GetAsync(address);
            if (await WhatIsWrongAsync(route, answer) is { } why)
            {
                wrong.Add($"{seed}: {address} {why}");
            }
        }

        wrong.Should().BeEmpty();
    }

    private async Task<bool> IsServedAsync(HttpVisitor visitor, RouteEndpoint route)
    {
        IReadOnlyList<string> texts = route.RoutePattern.Parameters.Count > 1 ? [given.BillKey, given.Number] : given.Keys;
        foreach (var address in Addresses(route, texts))
        {
            using var answer = await visitor.From(given.Network()).GetAsync(address);

            // What is drawn holds no text that could be read here.
            if (answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentDisposition: not null }
                && (address.EndsWith("/pdf", StringComparison.Ordinal) || IsMarked(await SaidAsync(answer))))
            {
                return true;
            }
        }

        return false;
    }

    // Whoever has a bill's key may see that bill, and with it no document of another one.
    private IReadOnlyList<string> Others(RouteEndpoint route) =>
        route.RoutePattern.Parameters.Count > 1 ? [given.OtherBillKey, given.Number]
        : route.IsBelow(Bills) ? [.. given.Keys.Where(key => key != given.BillKey)]
        : given.Keys;

    private IEnumerable<string> Addresses(RouteEndpoint route, IReadOnlyList<string> texts)
    {
        IEnumerable<Dictionary<string, string>> filled = [new Dictionary<string, string>()];
        foreach (var parameter in route.RoutePattern.Parameters)
        {
            filled =
            [
                .. from values in filled
                   from value in parameter.IsNumber() ? given.Ids : texts
                   select new Dictionary<string, string>(values) { [parameter.Name] = value },
            ];
        }

        return filled.Select(values => route.Fill(parameter => values[parameter.Name]));
    }

    // A name of nothing but dots would be another address, and so would no name at all.
    private string Almost(RoutePatternParameterPart parameter, Random random)
    {
        var text = MangledText.Of(parameter.IsNumber() ? given.Ids : given.Keys, random);
        return given.Keys.Contains(text) || text == given.OtherBillKey || text.Trim('.').Length == 0 ? $"{text}x" : text;
    }

    private static async Task<string?> WhatIsWrongAsync(RouteEndpoint route, HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.InternalServerError ? "breaks"
        : IsMarked(await SaidAsync(answer)) ? "tells what is another's"
        : route.RoutePattern.Parameters.Count == 0 ? null
        : answer.Content.Headers.ContentDisposition is not null ? "serves a file"
        : answer.LeadsTo() is { } elsewhere && !elsewhere.StartsWith(SignIn, StringComparison.Ordinal) ? $"leads to {elsewhere}"
        : answer.IsSuccessStatusCode && !(route.IsPage() && IsHtml(answer)) ? $"answers {answer.StatusCode}"
        : null;

    private static bool IsMarked(string said) => said.Contains(TwoMerchants.Marker, StringComparison.OrdinalIgnoreCase);

    private static bool IsHtml(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType == "text/html";

    private static async Task<string> SaidAsync(HttpResponseMessage answer) =>
        $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}";
}
