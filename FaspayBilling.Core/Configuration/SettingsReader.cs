using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Core.Configuration;

/// <summary>
/// Reads settings and collects what is wrong with them, so that whoever starts the program sees all of it at once. What is wrong reads as
/// its usual value, until <see cref="ThrowIfWrong"/>.
/// </summary>
/// <param name="configuration">Where they stand.</param>
/// <param name="folder">From where relative paths count: the folder of <c>appsettings.json</c>.</param>
public sealed class SettingsReader(IConfiguration configuration, string folder)
{
    private readonly List<string> errors = [];
    private readonly SortedSet<string> asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is set; null when nothing is.</summary>
    public string? Text(string key)
    {
        asked.Add(key);
        return configuration[key] is { Length: > 0 } text ? text : null;
    }

    /// <summary>Values with commas between them, or a list in the file; null when nothing is set.</summary>
    public IReadOnlyList<string>? List(string key)
    {
        IEnumerable<string?> given = Text(key) is { } text
            ? text.Split(',')
            : configuration.GetSection(key).GetChildren().Select(child => child.Value);
        string[] values = [.. given.Select(value => value?.Trim() ?? "").Where(value => value.Length > 0)];
        return values.Length > 0 ? values : null;
    }

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool usual) =>
        Text(key) is not { } text ? usual
        : bool.TryParse(text, out var flag) ? flag
        : Wrong(key, $"\"{text}\" is neither true nor false", usual);

    /// <summary>A whole number within limits.</summary>
    public int Whole(string key, int usual, int least, int most) =>
        Text(key) is not { } text ? usual
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
        : Wrong(key, string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is no number from {least} to {most}"), usual);

    /// <summary>One of the names of <typeparamref name="TEnum"/>; null when nothing is set.</summary>
    public TEnum? Choice<TEnum>(string key)
        where TEnum : struct, Enum =>
        Text(key) is not { } text ? null
        : Enum.GetNames<TEnum>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<TEnum>(name)
        : Wrong<TEnum?>(key, $"\"{text}\" is none of {string.Join(", ", Enum.GetNames<TEnum>())}", null);

    /// <summary>A full path; null when nothing is set and nothing is usual.</summary>
    [return: NotNullIfNotNull(nameof(usual))]
    public string? FullPath(string key, string? usual = null)
    {
        try
        {
            return (Text(key) ?? usual) is { } path ? Path.GetFullPath(path, folder) : null;
        }
        catch (ArgumentException)
        {
            return Wrong(key, "it is no path", usual);
        }
    }

    /// <summary>Notes what is wrong with a setting; the words never hold a secret.</summary>
    public void Wrong(string key, string why) => errors.Add($"{key}: {why.ReplaceLineEndings(" ").TrimEnd('.')}.");

    /// <summary>
    /// Ends the start if anything is wrong, also a key that nobody asked for beside those that were: it is misspelt, and would be without
    /// effect.
    /// </summary>
    /// <exception cref="StartRefusedException">Names every wrong setting on a line of its own.</exception>
    public void ThrowIfWrong()
    {
        NoteUnknown();
        if (errors.Count > 0)
        {
            throw new StartRefusedException(string.Join('\n', errors));
        }
    }

    private void NoteUnknown()
    {
        foreach (var section in asked.Where(key => key.Contains(':')).ToLookup(SectionOf, StringComparer.OrdinalIgnoreCase))
        {
            var names = string.Join(", ", section.Select(key => key[(section.Key.Length + 1)..]));
            var set = configuration.GetSection(section.Key).AsEnumerable().Where(entry => entry.Value is { Length: > 0 });
            foreach (var (key, _) in set.Where(entry => entry.Key.Contains(':') && !section.Any(known => IsOf(known, entry.Key))))
            {
                Wrong(key, $"there is no such setting; {section.Key} has {names}");
            }
        }
    }

    private static string SectionOf(string key) => key[..key.IndexOf(':', StringComparison.Ordinal)];

    // An entry of a list is of the list's key.
    private static bool IsOf(string known, string key) =>
        key.Equals(known, StringComparison.OrdinalIgnoreCase) || key.StartsWith($"{known}:", StringComparison.OrdinalIgnoreCase);

    private T Wrong<T>(string key, string why, T usual)
    {
        Wrong(key, why);
        return usual;
    }
}
