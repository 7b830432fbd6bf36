using System.Globalization;
using FaspayBilling.Core.Live;
using FaspayBilling.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace FaspayBilling.Tests.Live;

public sealed class LiveChangesTests
{
    private static readonly LiveChange Change = new(1, []);

    [Fact]
    public void A_page_hears_in_its_own_language_of_what_somebody_with_another_changed()
    {
        var live = new LiveChanges(NullLogger<LiveChanges>.Instance);
        var heard = "";
        using (new UseCulture("id-ID"))
        {
            live.Subscribe(1, _ => heard = CultureInfo.CurrentUICulture.Name);
        }

        using (new UseCulture("en-GB"))
        {
            live.Publish(Change);
        }

        heard.Should().Be("id-ID");
    }

    [Fact]
    public void A_page_hears_of_its_own_merchant_until_it_is_closed_and_a_broken_one_stops_nobody()
    {
        var live = new LiveChanges(NullLogger<LiveChanges>.Instance);
        var heard = 0;
        using var broken = live.Subscribe(1, _ => throw new InvalidOperationException("closed"));
        using var other = live.Subscribe(2, _ => heard += 10);
        var page = live.Subscribe(1, _ => heard++);

        live.Publish(Change);
        page.Dispose();
        live.Publish(Change);

        heard.Should().Be(1);
    }
}
