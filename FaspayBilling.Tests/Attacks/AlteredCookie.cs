using System.Globalization;

namespace FaspayBilling.Tests.Attacks;

/// <summary>The value of a cookie, altered as somebody alters it who hopes to be taken for another.</summary>
internal static class AlteredCookie
{
    private const int Large = 8 * 1024;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const string Signs = "!#$%&'()*+./:<=>?@[]^`{|}~";

    /// <summary>Never the value itself, nor another's: the same random numbers alter it in the same way.</summary>
    public static string Of(string value, string another, Random random)
    {
        var altered = Altered(value, another, random);
        return IsSame(altered, value) || IsSame(altered, another) ? $"A{altered}" : altered;
    }

    private static string Altered(string value, string another, Random random)
    {
        var at = random.Next(value.Length);
        return random.Next(11) switch
        {
            0 => value[..at] + Any(Letters, random) + value[(at + 1)..],
            1 => value[..at],
            2 => value[(at + 1)..],
            3 => value[..at] + another[Math.Min(at, another.Length)..],
            4 => another[..Math.Min(at, another.Length)] + value[at..],
            5 => "",
            6 => value + value,
            7 => value + string.Concat(Enumerable.Range(0, Math.Max(1, Large - value.Length)).Select(_ => Any(Letters, random))),
            8 => value[..at] + Any(Signs, random) + value[at..],
            9 => value[..at] + value[at..].ToUpperInvariant(),

            // By these words the framework takes a cookie out of several pieces.
            _ => string.Create(CultureInfo.InvariantCulture, $"chunks-{(random.Next(2) == 0 ? random.Next(1, 20) : int.MaxValue)}"),
        };
    }

    private static char Any(string signs, Random random) => signs[random.Next(signs.Length)];

    // Several spellings stand for the same bytes: a last letter has bits that count for nothing.
    private static bool IsSame(string one, string other) => one == other || (Bytes(one) is { } bytes && bytes.SequenceEqual(Bytes(other)!));

    private static byte[]? Bytes(string text)
    {
        var whole = text.Replace('-', '+').Replace('_', '/');
        try
        {
            return Convert.FromBase64String(whole + new string('=', (4 - (whole.Length % 4)) % 4));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
