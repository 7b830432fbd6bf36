using System.Globalization;
using System.Text.Json;

namespace FaspayBilling.Bench.Circuits;

/// <summary>What a browser's scripts would answer the server: nothing, except where a page goes on only with something.</summary>
internal static class ScriptAnswers
{
    private const int ObjectReference = 1;
    private static int objects = 1_000;

    /// <summary>The arguments of <c>EndInvokeJSFromDotNet</c>.</summary>
    /// <param name="call">The server's number of the call.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="resultType">As the server sends it: 1 wants a reference to an object of the browser.</param>
    public static string Of(long call, string function, int resultType)
    {
        var result = resultType == ObjectReference
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"__jsObjectId":{{Interlocked.Increment(ref objects)}}}""")
            : Value(function);
        return string.Create(CultureInfo.InvariantCulture, $"[{call},true,{result}]");
    }

    /// <summary>The file that a call imports as a module, as the browser would load it; null for other calls.</summary>
    public static string? Module(string function, string? arguments) =>
        function == "import" && arguments is not null ? JsonSerializer.Deserialize<JsonElement[]>(arguments)![0].GetString() : null;

    // A desktop window, and no box of any element: there is no layout here.
    private static string Value(string function) => function switch
    {
        "mudResizeListener.getBrowserWindowSize" => """{"width":1280,"height":800}""",
        "mudResizeListener.matchMedia" => "true",
        _ => "null",
    };
}
