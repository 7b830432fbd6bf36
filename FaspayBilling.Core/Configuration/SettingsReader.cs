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

    /// <summary>What is set; null when nothing is.</summary>
    public string? Text(string key) => configuration[key] is { Length: > 0 } text ? text : null;

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

    /// <summary>Ends the start if anything is wrong.</summary>
    /// <exception cref="StartRefusedException">Names every wrong setting on a line of its own.</exception>
    public void ThrowIfWrong()
    {
        if (errors.Count > 0)
        {
            throw new StartRefusedException(string.Join('\n', errors));
        }
    }

    private T Wrong<T>(string key, string why, T usual)
    {
        Wrong(key, why);
        return usual;
    }
}
