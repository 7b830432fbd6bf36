using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>The program ends and another one takes its place, under pages that stay open.</summary>
public sealed class RestartTests
{
    [ChromiumFact]
    public async Task Told_to_end_it_does_so_within_8_seconds_and_open_pages_go_on_with_the_next_one()
    {
        var folder = Directory.CreateTempSubdirectory("faspay-restart-");
        try
        {
            using var first = await RealWeb.StartAsync(folder.FullName, "Development");
            await using var guest = await Guest.ComeAsync(first.Address, "admin@fpy.example");
            await guest.GoAsync("/billings", "Billings");
            await guest.Page.EvaluateAsync("window.before = true");
            var typing = guest.In(await guest.Page.Context.NewPageAsync());
            await typing.GoAsync("/billings/new", "New invoice");
            await typing.Page.GetByLabel("Invoice Subject").PressSequentiallyAsync("Hosting in May");
            await typing.Page.IsKeptAsync();

            (await first.EndAsync(TimeSpan.FromSeconds(8))).Should().BeTrue();
            using var next = await RealWeb.StartAsync(folder.FullName, "Development", port: new Uri(first.Address).Port);

            // Nothing was typed there: it loads itself.
            await guest.Page.WaitForFunctionAsync("() => !window.before", null, new() { Timeout = 60_000 });
            await guest.SeesAsync("Billings");
            await Assertions.Expect(typing.Page.GetByText("The program was started anew"))
                .ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Assertions.Expect(typing.Page.GetByLabel("Invoice Subject")).ToHaveValueAsync("Hosting in May");
            await typing.PressAsync("Reload");
            await typing.PressAsync("Restore what you typed");
            await Assertions.Expect(typing.Page.GetByLabel("Invoice Subject")).ToHaveValueAsync("Hosting in May");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
