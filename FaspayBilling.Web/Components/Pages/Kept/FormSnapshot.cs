using System.Globalization;
using System.Text.Json;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Pages.Kept;

/// <summary>What the browser kept of a form: the text of each named input.</summary>
public sealed class FormSnapshot(IReadOnlyDictionary<string, string> fields)
{
    /// <summary>The most characters that are read back: a thousand full lines.</summary>
    public const long Longest = 4 * 1024 * 1024;

    /// <summary>Null when it cannot be read: whatever a browser holds is no reason to fail.</summary>
    public static FormSnapshot? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) is { } fields ? new FormSnapshot(fields) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string? Text(string name) => fields.GetValueOrDefault(name);

    public bool? Flag(string name) => Text(name) is { } text ? text == "1" : null;

    public long? Long(string name) =>
        long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateOnly? Day(string name) => Text(name) is { } text ? DateText.Read(text) : null;

    /// <summary>A list's choice; what it was when it kept none of them.</summary>
    public T Choice<T>(string name, IReadOnlyList<Choice<T>> choices, T otherwise) =>
        choices.FirstOrDefault(c => Convert.ToString(c.Value, CultureInfo.InvariantCulture) == Text(name)) is { } chosen
            ? chosen.Value
            : otherwise;
}
