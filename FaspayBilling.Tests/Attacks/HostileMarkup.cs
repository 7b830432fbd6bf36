using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FaspayBilling.Tests.Attacks;

/// <summary>Texts that want to become markup, and what a page made of them.</summary>
internal static partial class HostileMarkup
{
    /// <summary>It is in each of the texts: where it stands, one of them came to.</summary>
    public const string Marker = "zq7x";

    private static readonly string[] Known =
    [
        "<script>zq7x(1)</script>", "\"><img src=x onerror=zq7x(1)>", "'-zq7x(1)-'", "javascript:zq7x(1)", "<svg/onload=zq7x(1)>",
        "{{7*7}}zq7x", "</title><script>zq7x(1)</script>", "&#x3c;script&#x3e;zq7x(1)&#x3c;/script&#x3e;", "&lt;script&gt;zq7x(1)",
        "</textarea><zq7x-a>", "--><script>zq7x(1)</script>", "]]><zq7x-b>", "\" onmouseover=\"zq7x(1)", "' onfocus='zq7x(1)' autofocus='",
        "<iframe srcdoc='<script>zq7x(1)</script>'>", "<a href=\"java&#10;script:zq7x(1)\">x</a>", "<base href=//zq7x.example/>",
        "<meta http-equiv=refresh content='0;url=javascript:zq7x(1)'>", "<style>@import'//zq7x.example'</style>", "data:text/html,zq7x",
        "<form action=javascript:zq7x(1)><button>x", "<math><mi xlink:href=\"javascript:zq7x(1)\">", "<!--zq7x", "`${zq7x}`",
        "@zq7x(1)", "<scr<script>ipt>zq7x(1)</scr</script>ipt>", "\u003cscript\u003ezq7x(1)", "%3Cscript%3Ezq7x(1)", "=zq7x(1)",
        "<img src=`x`onerror=zq7x(1)>", "<table background=javascript:zq7x(1)>", "x\" style=\"background:url(javascript:zq7x(1))",
    ];

    private static readonly string[] Openings =
    [
        "", "", "\"", "'", ">", "\">", "'>", "/>", "</title>", "</textarea>", "</script>", "</select>", "-->", "]]>", "&quot;>",
        "`", "\u00a0", "PT ",
    ];

    private static readonly string[] Cores =
    [
        "<ScRiPt>zq7x(1)</sCrIpT>", "<img/src/onerror=zq7x(1)>", "<zq7x-c id=x>", "<svg><script>zq7x(1)</script>", " onclick=zq7x(1) ",
        "<details open ontoggle=zq7x(1)>", "JaVaScRiPt:zq7x(1)", " javascript:zq7x(1)", "<a href=javascript:zq7x(1)>x</a>", "<b>zq7x",
        "&#60;img src=x onerror=zq7x(1)&#62;", "<link rel=stylesheet href=//zq7x.example>", "vbscript:zq7x", "<video src=//zq7x.example>",
        "<template><script>zq7x(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=zq7x(1)>\">", "{{zq7x}}",
    ];

    private static readonly string[] Endings = ["", "", "\"", "'", ">", "//", "<!--", "&gt;", "</p", "{{", "<", "\" x=\"", "<textarea>"];

    private static readonly HashSet<string> Addresses =
        new(["href", "action", "formaction", "xlink:href", "cite", "ping", "manifest"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Loads =
        new(["src", "srcset", "srcdoc", "style", "poster", "data", "background", "http-equiv"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The known ones, and mixtures of them up to that count; the same on every run.</summary>
    public static IReadOnlyList<string> Texts(int count)
    {
        var random = new Random(20_261_116);
        return [.. Known, .. Enumerable.Range(0, Math.Max(0, count - Known.Length)).Select(_ => Mixed(random))];
    }

    /// <summary>What the server encrypted is not looked into: in so many random letters the marker stands by chance, too.</summary>
    public static bool IsIn(string html) => Encrypted().Replace(html, "").Contains(Marker, StringComparison.Ordinal);

    /// <summary>What of the page came out of a text and is more than text; empty when there is nothing.</summary>
    public static IEnumerable<string> Findings(IDocument page) =>
    [
        .. page.All.SelectMany(e => OfElement(e)),
        .. page.Descendants<IComment>().Where(c => IsIn(c.Data)).Select(c => $"<!--{c.Data}-->"),
    ];

    private static IEnumerable<string> OfElement(IElement element)
    {
        if (IsIn(element.LocalName) || (element.LocalName is "script" or "style" && IsIn(element.TextContent)))
        {
            yield return element.OuterHtml;
        }

        foreach (var attribute in element.Attributes)
        {
            if (IsIn(attribute.Name) || (IsIn(attribute.Value) && IsActive(element, attribute)))
            {
                yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">";
            }
        }
    }

    private static bool IsActive(IElement element, IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || Loads.Contains(attribute.Name)
        || (element.LocalName is "base" or "link" && attribute.Name == "href")
        || (Addresses.Contains(attribute.Name) && IsCode(attribute.Value));

    // Browsers skip blanks and control characters in front of a scheme and inside it.
    private static bool IsCode(string address)
    {
        var scheme = string.Concat(address.Where(c => c > ' ').Take(12));
        return scheme.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || scheme.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase)
            || scheme.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
    }

    private static string Mixed(Random random) =>
        Any(random, Openings) + Any(random, Openings) + Any(random, Cores) + Any(random, Endings) + Any(random, Endings);

    private static string Any(Random random, string[] pieces) => pieces[random.Next(pieces.Length)];

    [GeneratedRegex("CfDJ8[A-Za-z0-9+/_-]{100,}=*")]
    private static partial Regex Encrypted();
}
