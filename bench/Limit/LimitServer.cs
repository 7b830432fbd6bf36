using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Limit;

/// <summary>The raw limit: what the product's answers cost on this machine when nothing stands between HTTP and SQL.</summary>
internal static class LimitServer
{
    public const string AllocatePath = "/allocate";

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var database = app.Configuration["Database:Path"]!;
        var list = new InvoiceList(database);
        using var commits = new GroupCommit(database);
        app.Map("/", http => http.Response.WriteAsync("limit"));
        app.Map(ListApi.Path, list.AnswerAsync);
        app.Map(AllocatePath, async http =>
        {
            var number = await commits.TakeAsync();
            var body = System.Text.Encoding.UTF8.GetBytes($$"""{"response_code":"00","number":{{number}}}""");
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body);
        });
        await app.RunAsync();
        return 0;
    }
}
