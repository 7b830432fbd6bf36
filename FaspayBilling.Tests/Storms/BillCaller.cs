using System.Globalization;
using System.Text.Json;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Storms;

/// <summary>
/// A merchant's system that makes bills over HTTP and cancels some. What is not answered is sent again with the same transaction_number
/// until it is; some that was answered too.
/// </summary>
internal sealed class BillCaller(HttpClient http, GivenSystem system, Told told)
{
    private const string Path = "/billingbackendapi/web/api/";
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    private int last;

    /// <summary>Goes on until it is told to stop; what it has in hand then is still brought to its end.</summary>
    public Task RunAsync(int lanes, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => LaneAsync(stop)));

    private async Task LaneAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref last);
            var transaction = number.ToString("D12", CultureInfo.InvariantCulture);
            var bill = await CreateAsync(transaction);
            if (number % 5 == 0)
            {
                await CreateAsync(transaction);
            }

            if (number % 7 == 0)
            {
                await CancelAsync(transaction, bill);
            }
        }
    }

    private async Task<string> CreateAsync(string transaction)
    {
        told.Ask($"bill {transaction}");
        var call = Signed(transaction);
        call["billing_total"] = "10000";
        call["customer_name"] = "Budi Santoso";
        call["customer_email"] = "budi@pelanggan.example";
        call["customer_phone"] = "087884398009";
        var (answer, _) = await UntilAnsweredAsync("create", call);
        if (answer.GetProperty("response_code").GetString() != "00")
        {
            told.Blame($"bill {transaction} was refused: {answer}");
            return "0";
        }

        var bill = answer.GetProperty("billing_id").ToString();
        told.Note($"bill {transaction}", bill);
        return bill;
    }

    private async Task CancelAsync(string transaction, string bill)
    {
        var call = Signed(transaction);
        call["billing_id"] = bill;
        var (answer, attempts) = await UntilAnsweredAsync("cancel", call);

        // Done by an attempt whose answer was lost, the next one is refused; the database tells whether it was done.
        if (answer.GetProperty("response_code").GetString() == "00" || attempts > 1)
        {
            told.Note($"bill-cancelled {transaction}", bill);
        }
        else
        {
            told.Blame($"the cancellation of {transaction} was refused: {answer}");
        }
    }

    private Dictionary<string, string> Signed(string transaction)
    {
        var signed = system.Sign(transaction);
        return new(StringComparer.Ordinal)
        {
            ["service_id"] = signed.ServiceId.ToString(CultureInfo.InvariantCulture),
            ["transaction_number"] = transaction,
            ["signature"] = BillingSignature.Of(system.Username, system.Password, transaction),
        };
    }

    private async Task<(JsonElement Answer, int Attempts)> UntilAnsweredAsync(string what, Dictionary<string, string> call)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(call);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new("application/json");
                using var answer = await http.PostAsync(new Uri(Path + what, UriKind.Relative), content);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    return (JsonDocument.Parse(text).RootElement.Clone(), attempt);
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or TaskCanceledException)
            {
                // Nobody knows whether it was done.
            }

            await Task.Delay(Rest);
        }
    }
}
