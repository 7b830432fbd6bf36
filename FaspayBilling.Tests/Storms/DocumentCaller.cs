using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Storms;

/// <summary>A merchant's system that cancels documents over the document API, each under an Idempotency-Key of its own.</summary>
/// <param name="http">The way to the program.</param>
/// <param name="clients">Client ids: each may call so often a minute, and they take turns.</param>
/// <param name="documents">What is there to be cancelled.</param>
/// <param name="told">The record.</param>
internal sealed class DocumentCaller(HttpClient http, IReadOnlyList<string> clients, IReadOnlyList<string> documents, Told told)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(700);

    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);

    /// <summary>Cancels one after the other until there are no more or it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        for (var i = 0; i < documents.Count && !stop.IsCancellationRequested; i++)
        {
            await CancelAsync(documents[i], clients[i % clients.Count]);
            await Task.Delay(Between, CancellationToken.None);
        }
    }

    private async Task CancelAsync(string document, string client)
    {
        var body = JsonSerializer.Serialize(new { status = "cancelled", reason = "Wrong buyer details" });
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1.0/documents/state/{document}/state")
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(client));
                request.Headers.Add("Idempotency-Key", $"storm-{document}");
                using var answer = await http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    told.Note($"document {document}", "cancelled");
                    return;
                }

                if (answer.StatusCode < HttpStatusCode.InternalServerError && answer.StatusCode != HttpStatusCode.TooManyRequests)
                {
                    told.Blame($"the cancellation of the document {document} was refused: {text}");
                    return;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or TaskCanceledException)
            {
                // Nobody knows whether it was done.
            }

            await Task.Delay(Rest);
        }
    }

    private async Task<string> TokenAsync(string client)
    {
        if (tokens.TryGetValue(client, out var known))
        {
            return known;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = client,
            ["client_secret"] = GivenClient.Secret,
            ["grant_type"] = "client_credentials",
            ["scope"] = "InvoicingAPI",
        });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return tokens[client] = json.RootElement.GetProperty("access_token").GetString()!;
    }
}
