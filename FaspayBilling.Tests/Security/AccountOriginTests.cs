using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Security;

/// <summary>The security history says from where an account was made, as it does of a sign-in.</summary>
public sealed class AccountOriginTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task A_set_up_and_an_accepted_invitation_are_kept_with_address_and_browser()
    {
        await using var web = new TestWeb();
        using var ada = new HttpVisitor(web).From("198.51.100.9", Firefox);
        using var fajar = new HttpVisitor(web).From("203.0.113.7", Firefox);

        using var made = await ada.SendAsync(
            PathOf(await web.Get<OfferSetup>().HandleAsync(default)), ("MerchantName", "Toko Ada"), ("Code", "ADA"), ("YourName", "Ada"),
            ("Email", "ada@toko.example"), ("Password", DemoAccess.Password), ("Repeated", DemoAccess.Password));
        var invited = await web.Get<InviteUser>().HandleAsync(
            new Actor(1, null, "Ada", Role.Admin), new InviteRequest("fajar@toko.example", "Fajar", Role.Finance), default);
        using var accepted = await fajar.SendAsync(
            PathOf(invited.Value), ("YourName", "Fajar"), ("Password", DemoAccess.Password), ("Repeated", DemoAccess.Password));

        (made.LeadsTo(), accepted.LeadsTo()).Should().Be(("/", "/"));
        var lines = await web.ReadAsync(db => db.Set<HistoryEntry>()
            .Where(h => h.Action == "merchant.set-up" || h.Action == "user.accept-invitation")
            .OrderBy(h => h.Id)
            .ToListAsync());
        lines.Select(h => (h.Action, h.Address, h.Browser)).Should().Equal(
            ("merchant.set-up", "198.51.100.9", "Firefox 140 on Linux"),
            ("user.accept-invitation", "203.0.113.7", "Firefox 140 on Linux"));
    }

    private static string PathOf(string link) => new Uri(link).PathAndQuery;
}
