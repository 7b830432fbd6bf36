using System.Text.Json;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Nodes;

/// <summary>The demo merchant's system, which makes bills at one of two nodes.</summary>
internal sealed class NodeBills(NodePair nodes, string node) : IDisposable
{
    private readonly HttpClient http = new(nodes.ClientAt(node)) { BaseAddress = new Uri(nodes.Address) };

    /// <summary>Asks for a bill; answers its id, null when the node could not do it.</summary>
    public async Task<string?> CreateAsync(string transaction, CancellationToken stop = default)
    {
        var call = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["service_id"] = "1",
            ["transaction_number"] = transaction,
            ["signature"] = BillingSignature.Of(DemoAccess.Username, DemoAccess.ApiPassword, transaction),
            ["billing_total"] = "10000",
            ["customer_name"] = "Budi Santoso",
            ["customer_email"] = "budi@pelanggan.example",
            ["customer_phone"] = "087884398009",
        };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call));
        content.Headers.ContentType = new("application/json");
        using var answer = await http.PostAsync(new Uri("/billingbackendapi/web/api/create", UriKind.Relative), content, stop);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
        json.RootElement.GetProperty("response_code").GetString().Should().Be("00", "{0}", json.RootElement);
        return json.RootElement.GetProperty("billing_id").ToString();
    }

    /// <summary>The same until it is answered.</summary>
    public async Task<string> InsistAsync(string transaction)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (await CreateAsync(transaction, patience.Token) is { } bill)
            {
                return bill;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    public void Dispose() => http.Dispose();
}
