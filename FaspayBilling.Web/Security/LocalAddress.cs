namespace FaspayBilling.Web.Security;

/// <summary>Where somebody goes after signing in: only to pages of this installation.</summary>
public static class LocalAddress
{
    public const string Start = "/";

    /// <summary>The address when it leads to a page here; the start page for everything else.</summary>
    public static string From(string? address) => address is ['/', not ('/' or '\\'), ..] && address.All(IsSent) ? address : Start;

    // Browsers write every other letter in the signs of ASCII, and an answer's header takes none but these.
    private static bool IsSent(char letter) => char.IsAscii(letter) && !char.IsControl(letter);
}
