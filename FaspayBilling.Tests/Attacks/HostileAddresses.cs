namespace FaspayBilling.Tests.Attacks;

/// <summary>What somebody writes into a link to this site, so that it leads to another one.</summary>
internal static class HostileAddresses
{
    public static readonly IReadOnlyList<string> All =
    [
        // Another site, in plain words.
        "https://evil.example/", "http://evil.example", "HTTPS://EVIL.EXAMPLE/", "ftp://evil.example/", "ws://evil.example/",
        "//evil.example", "///evil.example", "////evil.example/x", "//evil.example/%2f..", "//evil.example:80/", "evil.example",
        "www.evil.example/billings",

        // The slash that is none, and is one for a browser.
        "/\\evil.example", "\\/evil.example", "\\\\evil.example", "/\\/evil.example", "\\evil.example", "/\\\\evil.example",
        "\\/\\/evil.example", "/billings\\..\\..\\evil.example", "https:\\\\evil.example", "https:/\\evil.example",

        // A scheme without slashes, or with too few or too many.
        "https:evil.example", "http:evil.example", "https:/evil.example", "https:///evil.example", "http:////evil.example", ":evil.example",
        "://evil.example", "https://",

        // Not a page at all.
        "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "javascript://%0aalert(1)", " javascript:alert(1)",
        "\u0001javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)",
        "file:///etc/passwd", "blob:https://evil.example/1", "about:blank", "mailto:evil@evil.example", "view-source:https://evil.example",

        // Signs that a browser throws away.
        "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example", " //evil.example", "/\0/evil.example",
        "\0//evil.example", "/\t\\evil.example", "ht\ntps://evil.example", "/\u000B/evil.example", "/\u007F/evil.example",
        "/\u0085/evil.example",

        // A header more.
        "/\r\nLocation: https://evil.example", "/%0d%0aLocation:%20https://evil.example", "/x\r\nSet-Cookie: faspay=x",
        "/\u010D\u010ALocation: https://evil.example", "/\uFF0D\uFF0ASet-Cookie: faspay=x",

        // Encoded, once and twice.
        "%2f%2fevil.example", "/%2f/evil.example", "/%2fevil.example", "/%5cevil.example", "%5c%5cevil.example", "/%09/evil.example",
        "/%252f%252fevil.example", "%68ttps://evil.example", "https%3a%2f%2fevil.example", "/%2e%2e//evil.example", "/.//evil.example",
        "/billings/..//evil.example", "/..//evil.example", "//%65vil.example", "/%00/evil.example", "/%",

        // Slashes and dots of other alphabets.
        "/\u2215evil.example", "\u2215\u2215evil.example", "/\uFF0Fevil.example", "\uFF0F\uFF0Fevil.example", "/\uFF3Cevil.example",
        "//evil\u3002example", "/\u200B/evil.example", "/\uFEFF/evil.example", "/\u202E/evil.example", "/\u00E9", "/\U0001F600",

        // This site's name beside another's.
        "//billing.example@evil.example", "https://billing.example@evil.example", "/@evil.example", "//billing.example:x@evil.example/",
        "https://billing.example.evil.example", "https://evil.example#billing.example", "https://evil.example?billing.example",
        "https://evil.example\\@billing.example", "//[::1]/", "//0x7f000001/", "/;@evil.example", "/?//evil.example", "/#//evil.example",

        // Nothing, and far too much.
        "", " ", "/", "?", "#", ".", "..", "~//evil.example", "~/\\evil.example",
        "/" + new string('a', 7_000), "//" + new string('a', 6_000) + ".evil.example", new string('/', 2_000) + "evil.example",
        new string('\\', 2_000) + "evil.example", "/" + new string('\t', 1_000) + "/evil.example",
    ];
}
