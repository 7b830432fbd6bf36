using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Api.DocumentApi;

/// <summary>Every error of the document API carries the name of what was asked for, also when nothing could be read.</summary>
public sealed class OperationNamesTests
{
    [Theory]
    [InlineData("POST", "/api/v1.0/documents/state/DEMOTOCANCEL00000000000001/state", "Update Document Status")]
    [InlineData("DELETE", "/api/v1.0/documents/DEMOTOCANCEL00000000000001/details", "Get Document Details")]
    [InlineData("POST", "/api/v1.0/documents/recent", "Get Recent Documents")]
    [InlineData("PUT", "/api/v1.0/documenttypes", "Get Document Types")]
    [InlineData("PUT", "/api/v1.0/documenttypes/1", "Get Document Type")]
    [InlineData("POST", "/api/v1.0/notifications/taxpayer", "Get Notifications")]
    [InlineData("GET", "/connect/token", "Login")]
    [InlineData("GET", "/connect/nothing", "Unknown Operation")]
    [InlineData("GET", "/api/v1.0/nothing", "Unknown Operation")]
    public async Task An_address_keeps_its_name_with_another_method(string method, string path, string name)
    {
        await using var api = await TestApi.MakeAsync();

        var reply = await api.SendAsync(new HttpMethod(method), path, null);

        reply.Said.Should().Be("404 NotFound");
        reply.Json.GetProperty("name").GetString().Should().Be(name);
    }

    [Theory]
    [InlineData("PUT", "/api/v1.0/documents/state/DEMOTOCANCEL00000000000001/state", "Update Document Status")]
    [InlineData("GET", "/api/v1.0/documents/DEMOTOCANCEL00000000000001/details", "Get Document Details")]
    [InlineData("GET", "/api/v1.0/documents/recent", "Get Recent Documents")]
    [InlineData("GET", "/api/v1.0/documenttypes", "Get Document Types")]
    [InlineData("GET", "/api/v1.0/documenttypes/1", "Get Document Type")]
    [InlineData("GET", "/api/v1.0/notifications/taxpayer", "Get Notifications")]
    [InlineData("POST", "/connect/token", "Login")]
    public async Task What_breaks_is_named(string method, string path, string name)
    {
        await using var api = await TestApi.MakeAsync();
        var token = api.Token(1, api.Fpy.Id);
        await api.Db.ReadAsync(d => d.Database.ExecuteSqlRawAsync("ALTER TABLE ApiClients RENAME TO Gone"));

        var reply = method == "POST"
            ? await api.SendAsync(
                HttpMethod.Post, path, null, "client_id=a&client_secret=b&grant_type=client_credentials"u8.ToArray(),
                "application/x-www-form-urlencoded")
            : await api.SendAsync(new HttpMethod(method), path, token);

        reply.Said.Should().Be("500 InternalServerError");
        reply.Json.GetProperty("name").GetString().Should().Be(name);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_answered_in_the_form_and_the_name_of_its_operation()
    {
        await using var api = await TestApi.MakeAsync();
        var token = await api.TokenOfAsync(api.Fpy);

        var state = await BrokenAsync(
            api, "PUT /api/v1.0/documents/state/DEMOTOCANCEL00000000000001/state", $"Authorization: Bearer {token}");
        var login = await BrokenAsync(api, "POST /connect/token", "Content-Type: application/x-www-form-urlencoded");

        state.Should().StartWith("HTTP/1.1 400").And.Contain("\"code\":\"BadRequest\"").And.Contain("\"name\":\"Update Document Status\"");
        login.Should().StartWith("HTTP/1.1 400").And.Contain("\"error\":\"invalid_request\"").And.NotContain("Update Document Status");
    }

    // A chunk whose length is no number.
    private static async Task<string> BrokenAsync(TestApi api, string call, string header)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(api.Http.BaseAddress!.Host, api.Http.BaseAddress.Port);
        await using var stream = client.GetStream();
        var head = $"{call} HTTP/1.1\r\nHost: {api.Http.BaseAddress.Authority}\r\n{header}\r\nConnection: close\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
