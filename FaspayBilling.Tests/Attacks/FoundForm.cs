using AngleSharp.Html.Dom;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Attacks;

/// <summary>A form of a page as a browser would send it, filled so that it would be taken.</summary>
/// <param name="Address">Of its page.</param>
/// <param name="Name">By which the page tells its forms apart.</param>
/// <param name="Fields">All of them but the token.</param>
internal sealed record FoundForm(string Address, string Name, IReadOnlyList<(string Name, string Value)> Fields)
{
    public const string Token = "__RequestVerificationToken";

    private const string NewPassword = "Another-2026";

    /// <summary>The forms of a page; none where it leads elsewhere.</summary>
    public static async Task<IReadOnlyList<FoundForm>> OfAsync(HttpVisitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        var page = HttpVisitor.Parse(await answer.Content.ReadAsStringAsync());
        return
        [
            .. page.QuerySelectorAll("form[method=post]")
                .Select(form => form.QuerySelectorAll("input[name]").Cast<IHtmlInputElement>().Where(i => i.Name != Token).ToList())
                .Select(inputs => inputs.Select(i => (Name: i.Name!, Value: Value(i, address))).ToList())
                .Where(fields => fields.Exists(f => f.Name == "_handler"))
                .Select(fields => new FoundForm(address, fields.Find(f => f.Name == "_handler").Value, fields)),
        ];
    }

    /// <summary>The token of the first form of a page.</summary>
    public static async Task<string> TokenAsync(HttpVisitor visitor, string address) =>
        (await visitor.ReadAsync(address)).QuerySelector($"[name={Token}]")!.GetAttribute("value")!;

    private static string Value(IHtmlInputElement input, string address) => input.Name switch
    {
        "Email" => input.Value.Length > 0 ? input.Value : TwoMerchants.Owner,
        "Current" => DemoAccess.Password,
        "Password" => address.StartsWith("/account/sign-in", StringComparison.Ordinal) ? DemoAccess.Password : NewPassword,
        "Repeated" => NewPassword,
        "YourName" => "Fajar",
        "MerchantName" => "Toko Ketiga",
        "Code" => "CCC",
        _ => input.Value,
    };
}
