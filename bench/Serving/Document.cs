using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FaspayBilling.Bench.Serving;

/// <summary>A page's document: the markers of its interactive parts, and the files that a browser loads with it.</summary>
internal sealed partial class Document(string html)
{
    private readonly IReadOnlyList<JsonNode> markers =
        [.. Markers().Matches(html).Select(m => JsonNode.Parse(m.Groups[1].Value)!).Where(m => m["type"]?.GetValue<string>() == "server")];

    /// <summary>The protected state that the circuit starts from.</summary>
    public string State => ServerState().Match(html).Groups[1].Value;

    /// <summary>Every script and style, each once.</summary>
    public IReadOnlyList<string> Files =>
        [.. Scripts().Matches(html).Concat(Styles().Matches(html)).Select(m => m.Groups["path"].Value).Concat(Initializers).Distinct()];

    // Modules that the framework's script loads before the circuit opens.
    private IEnumerable<string> Initializers => InitializerList().Match(html) is { Success: true } list
        ? JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(list.Groups[1].Value))!
        : [];

    /// <summary>What puts the interactive parts into the circuit: the argument of <c>UpdateRootComponents</c>.</summary>
    public string Operations()
    {
        if (markers.Count == 0)
        {
            throw new InvalidOperationException("The document has no interactive part.");
        }

        var operations = markers.Select((marker, i) => new JsonObject
        {
            ["type"] = "add",
            ["ssrComponentId"] = i + 1,
            ["marker"] = marker.DeepClone(),
        });
        return new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) }.ToJsonString();
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex ServerState();

    [GeneratedRegex("<!--Blazor-Web-Initializers:(.*?)-->")]
    private static partial Regex InitializerList();

    [GeneratedRegex("<script[^>]* src=\"(?<path>[^\"]+)\"")]
    private static partial Regex Scripts();

    [GeneratedRegex("<link(?=[^>]* rel=\"(?:stylesheet|preload|modulepreload)\")[^>]* href=\"(?<path>[^\"]+)\"")]
    private static partial Regex Styles();
}
