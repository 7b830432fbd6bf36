using System.Net;
using System.Text.RegularExpressions;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>The first start of a real installation: nobody can sign in yet, and the log says how that changes.</summary>
public sealed partial class FirstStartTests : IDisposable
{
    private const string Email = "ada@toko.example";
    private const string Password = "Correct-Horse-7";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-first-");

    [Fact]
    public async Task The_set_up_link_of_the_log_makes_merchant_and_Admin_once_and_no_later_start_offers_one()
    {
        using (var web = await RealWeb.StartAsync(folder.FullName))
        using (var ada = new HttpVisitor(web.Address))
        using (var late = new HttpVisitor(web.Address))
        {
            var link = SetUp().Match(web.Log).Value;
            using var demo = await ada.SignInAsync("admin@fpy.example");
            using var made = await ada.SendAsync(
                link, ("MerchantName", "Toko Ada"), ("Code", "ADA"), ("YourName", "Ada"), ("Email", Email), ("Password", Password),
                ("Repeated", Password));
            using var billings = await ada.GetAsync("/billings");
            using var again = await late.GetAsync(link);

            (await demo.AlertAsync()).Should().NotBeNull("outside Development there is no demo");
            made.LeadsTo().Should().Be("/");
            billings.StatusCode.Should().Be(HttpStatusCode.OK);
            (await again.AlertAsync()).Should().NotBeNull("the link was used");
        }

        using var second = await RealWeb.StartAsync(folder.FullName);
        using var back = new HttpVisitor(second.Address);
        using var signedIn = await back.SignInAsync(Email, Password);

        second.Log.Should().NotContain("/account/set-up");
        signedIn.LeadsTo().Should().Be("/");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [GeneratedRegex(@"/account/set-up\?link=\S+")]
    private static partial Regex SetUp();
}
