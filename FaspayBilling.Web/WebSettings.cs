using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Web;

/// <summary>What the program itself reads at the start.</summary>
/// <param name="Demo">An empty database gets demo data, in Development only.</param>
internal sealed record WebSettings(bool Demo)
{
    public static WebSettings Read(SettingsReader read)
    {
        foreach (var address in (read.Text("Urls") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                BindingAddress.Parse(address);
            }
            catch (FormatException)
            {
                read.Wrong("Urls", $"\"{address}\" is no address to listen on, such as http://127.0.0.1:5080");
            }
        }

        return new WebSettings(read.Flag("Demo:Enabled", usual: true));
    }
}
