using System.Text.Json;

namespace FaspayBilling.Bench.Serving;

/// <summary>What is started: the product, the limit or the lean page.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Executable">Its whole path.</param>
/// <param name="Arguments">Of the command line.</param>
/// <param name="SignsIn">Its pages are for signed-in users.</param>
/// <param name="Settings">Environment variables.</param>
internal sealed record Launch(
    string Name, string Executable, string[] Arguments, bool SignsIn, IReadOnlyDictionary<string, string> Settings)
{
    // What decides how the runtime keeps memory: a comparison is of code, so all run under the product's.
    private static readonly Dictionary<string, string> Collector = new()
    {
        ["System.GC.Server"] = "DOTNET_gcServer",
        ["System.GC.Concurrent"] = "DOTNET_gcConcurrent",
        ["System.GC.ConserveMemory"] = "DOTNET_GCConserveMemory",
        ["System.GC.RetainVM"] = "DOTNET_GCRetainVM",
    };

    public static Launch Product(string program) => new("product", program, [], SignsIn: true, new Dictionary<string, string>());

    public static Launch Limit(string product) => Own("limit", product, "limit");

    public static Launch Lean(string product) => Own("lean", product, "lean");

    /// <summary>The lean page between MudBlazor's providers, as the product's layout has them.</summary>
    public static Launch LeanMud(string product) => Own("lean with MudBlazor's providers", product, "lean", "--mud=true");

    private static Launch Own(string name, string product, params string[] arguments) => new(
        name, Path.Combine(AppContext.BaseDirectory, "FaspayBilling.Bench"), arguments, SignsIn: false, CollectorOf(product));

    private static Dictionary<string, string> CollectorOf(string product)
    {
        var file = Path.Combine(Path.GetDirectoryName(product)!, "FaspayBilling.Web.runtimeconfig.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return json.RootElement.GetProperty("runtimeOptions").TryGetProperty("configProperties", out var properties)
            ? properties.EnumerateObject()
                .Where(p => Collector.ContainsKey(p.Name))
                .ToDictionary(p => Collector[p.Name], p => Value(p.Value.GetRawText()))
            : [];
    }

    private static string Value(string json) => json switch { "true" => "1", "false" => "0", _ => json };
}
