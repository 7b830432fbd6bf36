using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Texts;

/// <summary>
/// Makes the sentence of a message, and the name of an enumeration's member, in the reader's language. Figures and days are written by
/// the product's own rules, never by a culture. What is not translated is said in English; what no resource knows, by its key.
/// </summary>
public static class Sentences
{
    /// <summary>The kinds of texts, each with its file of either language in this folder; a key stands in one of them only.</summary>
    public static readonly IReadOnlyList<string> Areas = ["Refusals", "Warnings", "History", "Terms"];

    private static readonly FrozenDictionary<string, string> English = Read(CultureInfo.InvariantCulture);
    private static readonly FrozenDictionary<string, string> Indonesian = Read(CultureInfo.GetCultureInfo("id"));

    /// <summary>The sentence of a message.</summary>
    public static string Of(Message message, Language language) => Fill(Template(message.Key, language), message.Values, language);

    /// <summary>Sentences one after the other.</summary>
    public static string Of(IEnumerable<Message> messages, Language language) => string.Join(' ', messages.Select(m => Of(m, language)));

    /// <summary>The name of a member, e.g. Partially Paid.</summary>
    public static string Of(Enum member, Language language) => Of(Value.Term(member), language);

    /// <summary>The texts of one language, for those who compare them.</summary>
    public static IReadOnlyDictionary<string, string> All(Language language) => language switch
    {
        Language.English => English,
        Language.Indonesian => Indonesian,
    };

    private static string Template(string key, Language language) =>
        All(language).GetValueOrDefault(key) ?? English.GetValueOrDefault(key, key);

    private static string Fill(string template, Sequence<NamedValue> values, Language language)
    {
        if (values.Count == 0)
        {
            return template;
        }

        var said = new StringBuilder();
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and >= 0)
        {
            var name = rest.Slice(open + 1, length - 1).ToString();
            said.Append(rest[..open]);
            said.Append(values.FirstOrDefault(v => v.Name == name) is { } found ? Of(found.Value, language) : $"{{{name}}}");
            rest = rest[(open + length + 1)..];
        }

        return said.Append(rest).ToString();
    }

    private static string Of(Value value, Language language) => value.Kind switch
    {
        ValueKind.Count => Rupiah.Count(long.Parse(value.Raw, CultureInfo.InvariantCulture)),
        ValueKind.Money => Rupiah.Text(decimal.Parse(value.Raw, CultureInfo.InvariantCulture)),
        ValueKind.Day => JakartaCalendar.Text(Day(value.Raw)),
        ValueKind.Month => $"{Template($"Month.{Day(value.Raw).ToString("MM", CultureInfo.InvariantCulture)}", language)} {value.Raw[..4]}",
        ValueKind.Instant =>
            JakartaCalendar.Text(DateTime.ParseExact(value.Raw, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        ValueKind.Term => Term(value.Raw, language),
        ValueKind.List => string.Join(", ", value.Items.Select(i => Of(i, language))),
        ValueKind.Message => Of(value.Inner!, language),
        ValueKind.Text or ValueKind.Plain => value.Raw,
    };

    // A member without an entry is called as the code calls it: names such as Admin are the same in both languages.
    private static string Term(string term, Language language) =>
        Template(term, language) is var name && name == term ? term[(term.IndexOf('.', StringComparison.Ordinal) + 1)..] : name;

    private static DateOnly Day(string raw) => DateOnly.ParseExact(raw, "O", CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, string> Read(CultureInfo culture) =>
        Areas.Select(area => new ResourceManager($"{typeof(Sentences).Namespace}.{area}", typeof(Sentences).Assembly))
            .SelectMany(texts => texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>())
            .ToFrozenDictionary(text => (string)text.Key, text => (string)text.Value!);
}
