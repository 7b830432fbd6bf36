namespace FaspayBilling.Tests.Attacks;

/// <summary>Where a browser goes by an address that it is given: it takes more for another site's than a reader would.</summary>
internal static class Landing
{
    private static readonly char[] Around = [.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code)];

    /// <summary>Whether a browser on a page of the site stays there.</summary>
    public static bool Stays(string address, string site)
    {
        var home = new Uri(site);
        var read = string.Concat(address.Trim(Around).Where(c => c is not ('\t' or '\n' or '\r'))).Replace('\\', '/');
        var scheme = Scheme(read);
        var rest = scheme is null ? read : read[(scheme.Length + 1)..];
        return (scheme ?? home.Scheme) == home.Scheme
            && (rest.StartsWith("//", StringComparison.Ordinal) ? Authority(rest.TrimStart('/')) == home.Authority : scheme is null);
    }

    private static string? Scheme(string address)
    {
        var end = address.IndexOf(':', StringComparison.Ordinal);
        return end > 0 && char.IsAsciiLetter(address[0]) && address[..end].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.')
            ? address[..end].ToLowerInvariant()
            : null;
    }

    private static string Authority(string rest)
    {
        var end = rest.IndexOfAny(['/', '?', '#']);
        return end < 0 ? rest : rest[..end];
    }
}
