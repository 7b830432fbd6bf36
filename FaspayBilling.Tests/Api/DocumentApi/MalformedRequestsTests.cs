using System.Globalization;
using System.Text;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Api.DocumentApi;

public sealed class MalformedRequestsTests
{
    private static readonly string[] Documented = ["400 BadRequest", "400 BadArgument", "400 MaximumSizeExceeded", "404 NotFound"];

    private static readonly string[] Values =
        [
            "null", "true", "0", "1e400", "[]", "{}", "[\"cancelled\"]", "\"\"", "\" \"", "\"\\u0000\"", "\"\\uD800\"", "\"cancel\"",
            "\"' OR 1=1 --\"", "\"<script>\"", "\"Cancelled;DROP TABLE\"", "\"канцел\""
        ];

    private static readonly string[] Bodies =
    [
        "", " ", "null", "true", "1", "\"cancelled\"", "[]", "{}", "[{\"status\":\"cancelled\",\"reason\":\"x\"}]", "{", "}", "{\"status\"",
        "{\"status\":}", "{status:'cancelled'}", "status=cancelled&reason=x", "<state/>", "{\"status\":\"cancelled\"}",
        "{\"reason\":\"x\"}", "{\"Status\":\"cancelled\",\"Reason\":\"x\"}", "{\"status\":\"cancelled\",\"reason\":\"x\",}",
        "{\"status\":\"cancelled\",\"reason\":\"x\"} x", "{\"status\":\"cancelled\",\"status\":\"rejected\",\"reason\":\"x\"}",
        "/* c */ {\"status\":\"cancelled\",\"reason\":\"x\"}", "{\"status\":\"cancelled\",\"reason\":NaN}",
        "{\"status\":\"cancelled\",\"reason\":\"x", "{\"status\":\"cancelled\",\"reason\":\"a\nb\"}",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}", new string('[', 10_000),
        $"{{\"status\":\"cancelled\",\"reason\":\"{new string('x', 301)}\"}}",
        $"{{\"status\":\"cancelled\",\"reason\":\"{new string('x', 66_000)}\"}}",
        .. Values.Select(v => $"{{\"status\":{v},\"reason\":\"x\"}}"),
        .. Values.Take(11).Select(v => $"{{\"status\":\"cancelled\",\"reason\":{v}}}"),
    ];

    private static readonly string[] Queries =
    [
        "pageNo=0", "pageNo=-1", "pageNo=x", "pageNo=1.5", "pageNo=99999999999", "pageNo=1&pageNo=2", "pageNo={pageNo}", "pageSize=0",
        "pageSize=101", "pageSize=1e2", "pageSize=%00", "submissionDateFrom=2026-01-01", "submissionDateTo=2026-01-01",
        "issueDateFrom=2026-01-01", "issueDateFrom=x&issueDateTo=y", "issueDateFrom=2026-02-30&issueDateTo=2026-03-01",
        "issueDateFrom=2026-03-01&issueDateTo=2026-02-01", "issueDateFrom=01/02/2026&issueDateTo=02/02/2026", "status=valid'--", "status=0",
        "InvoiceDirection=Both", "direction=%F0%9F%98%80", "documentType=05", "documentType=x", "documentType=001",
        "receiverTin=022732101075000", "issuerTin=022732101075000", "InvoiceDirection=Sent&receiverTin=12",
        "InvoiceDirection=Received&issuerTin=%27", "InvoiceDirection=Sent&issuerTin=022732101075000",
    ];

    private static readonly string[] Paths =
    [
        "/documents/state//state", "/documents/state/state", "/documents/%20/details", "/documents/..%2F..%2Fetc/details",
        "/documents/' OR '1'='1/details", "/documents/%F0%9F%98%80/details", "/documents/A,B/details",
        "/documents/f9d425p6ds7d8iuf9d425p6ds7x/details", "/documenttypes/5", "/documenttypes/x", "/documenttypes/-1",
        "/documenttypes/99999999999999999999", "/nothing", "/documents", "/notifications/taxpayer?type=99",
        "/notifications/taxpayer?type=x", "/notifications/taxpayer?language=id", "/notifications/taxpayer?status=9",
        "/notifications/taxpayer?pageSize=101", "/notifications/taxpayer?dateFrom=yesterday",
        "/notifications/taxpayer?dateFrom=2026-02-01&dateTo=2026-01-01",
    ];

    [Fact]
    public async Task Each_gets_a_documented_error_and_nothing_changes()
    {
        await using var api = await TestApi.MakeAsync();
        var document = await api.DocumentAsync();
        var replies = new List<(string Sent, ApiReply Reply)>();
        var path = $"/api/v1.0/documents/state/{document.DocumentId}/state";
        foreach (var body in Bodies)
        {
            replies.Add(
                (body[..Math.Min(80, body.Length)], await api.SendAsync(HttpMethod.Put, path, await api.TokenOfAsync(api.Fpy), body)));
        }

        byte[] good = Encoding.UTF8.GetBytes("{\"status\":\"cancelled\",\"reason\":\"x\"}");
        byte[][] encodings =
        [
            Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(good))).ToArray(),
            Encoding.UTF32.GetBytes("{}"),
            [0xFF, 0xFE, 0xFD],
            [.. good[..^3], 0xC3, 0x28, .. good[^2..]],
            new byte[65_537]
        ];
        foreach (var bytes in encodings)
        {
            replies.Add(("bytes", await api.SendAsync(HttpMethod.Put, path, await api.TokenOfAsync(api.Fpy), bytes, "application/json")));
        }

        foreach (var key in new[] { "", new string('k', 201), "a b", "k\u007Fk" })
        {
            replies.Add(($"key {key}", await api.StateAsync(await api.TokenOfAsync(api.Fpy), document.DocumentId!, key: key)));
        }

        foreach (var query in Queries)
        {
            replies.Add((query, await api.GetAsync(await api.TokenOfAsync(api.Fpy), "/documents/recent?" + query)));
        }

        foreach (var other in Paths)
        {
            replies.Add((other, await api.GetAsync(await api.TokenOfAsync(api.Fpy), other)));
        }

        replies.Should().HaveCountGreaterThan(100);
        replies.Where(r => !Documented.Contains(r.Reply.Said))
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Sent}: {r.Reply.Status} {r.Reply.Body}"))
            .Should().BeEmpty();
        replies
            .Where(r => !r.Reply.Headers.ContainsKey("correlationId")
                || r.Reply.Headers.ContainsKey("Set-Cookie")
                || r.Reply.Body.Contains("   at ", StringComparison.Ordinal))
            .Select(r => r.Sent)
            .Should().BeEmpty();
        (await api.ReadAsync(document)).Status.Should().Be(InvoiceStatus.Unpaid);
        (await api.Db.ReadAsync(d => d.Set<HistoryEntry>().CountAsync())).Should().Be(0);
        (await api.Db.ReadAsync(d => d.Set<DocumentNotice>().CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task Odd_but_good_requests_are_understood()
    {
        await using var api = await TestApi.MakeAsync();
        string[] bodies =
        [
            "{\r\n\t\"status\":\"cancelled\",\r\n\t\"reason\":\"some reason for cancelled document\"\r\n}",
            "{\"status\":\"CANCELLED\",\"reason\":\"NA\"}",
            "\uFEFF{\"status\":\"Cancelled\",\"reason\":\" x \"}",
            "{\"status\":\"cancelled\",\"reason\":\"'; DROP TABLE Invoices; --\"}",
            "{\"reason\":\"\\u00e9\",\"extra\":[1,{}],\"status\":\"cancelled\"}",
        ];
        foreach (var body in bodies)
        {
            var document = await api.DocumentAsync();
            var reply = await api.SendAsync(
                HttpMethod.Put,
                $"/api/v1.0/documents/state/{document.DocumentId}/state",
                await api.TokenOfAsync(api.Fpy),
                Encoding.UTF8.GetBytes(body),
                "text/plain");
            reply.Said.Should().Be("200 Cancelled", body);
        }
    }
}
