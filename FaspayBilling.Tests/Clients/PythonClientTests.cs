using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaspayBilling.Tests.Api.BillingApi;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Clients;

/// <summary>A second client, in another language, that signs by itself.</summary>
public sealed class PythonClientTests
{
    [PythonFact]
    public async Task A_client_in_another_language_reads_the_documented_invoices_and_all_pages()
    {
        await using var web = TestWeb.WithDemo();

        var documented = await RunAsync(web.Address, DemoAccess.Username, DemoAccess.ApiPassword, "2023-02-01", "2023-04-30", "0,2");
        var all = await RunAsync(web.Address, DemoAccess.Username, DemoAccess.ApiPassword, "2000-01-01", "2999-12-31", "0,1,2,3,4,5,7");
        var refused = await RunAsync(web.Address, DemoAccess.Username, "wrong", "2023-02-01", "2023-04-30", "0,2");

        JsonNode.DeepEquals(JsonNode.Parse(documented.Out), JsonNode.Parse(DocumentedBilling.Answer)!["data"])
            .Should().BeTrue(documented.Error);
        JsonDocument.Parse(all.Out).RootElement.GetArrayLength().Should().BeGreaterThan(300);
        refused.Error.Should().StartWith("signature:");
    }

    private static async Task<(string Out, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "python3", [Path.Combine(Sources.Root, "FaspayBilling.Tests", "Clients", "get_list_invoice.py"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var client = Process.Start(start)!;
        var (output, error) = (client.StandardOutput.ReadToEndAsync(), client.StandardError.ReadToEndAsync());
        await client.WaitForExitAsync();
        return (await output, await error);
    }
}
