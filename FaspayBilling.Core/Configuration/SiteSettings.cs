namespace FaspayBilling.Core.Configuration;

/// <summary>Where people reach this installation; settings section <c>Site</c>.</summary>
/// <param name="Address">Absolute address without a slash at the end, e.g. <c>https://billing.example.co.id</c>: links in mails start
/// with it.</param>
public sealed record SiteSettings(string Address)
{
    private const string Key = "Site:Address";

    internal static SiteSettings Read(SettingsReader read)
    {
        var address = read.Text(Key) ?? "http://localhost:5080";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            read.Wrong(Key, $"\"{address}\" is no absolute address, such as https://billing.example.co.id");
        }
        else if (uri.PathAndQuery != "/" || uri.Fragment.Length > 0)
        {
            read.Wrong(Key, $"\"{address}\" is more than scheme, host and port: the site has a host of its own, without a path");
        }

        return new SiteSettings(address.TrimEnd('/'));
    }
}
