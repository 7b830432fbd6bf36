using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Texts;

/// <summary>
/// Texts of screens in the reader's language. The English text is the key of its translation (docs/decisions/0016-texts.md), so a page
/// reads as what it shows; a text without a translation is shown in English, and <c>ScreenTextsTests</c> names it.
/// </summary>
public static class ScreenText
{
    /// <summary>The areas of the screens, each with its file <c>{area}.id.resx</c> in this folder.</summary>
    /// <remarks>A file holds no two keys that differ in their capitals only: "row" stands in Nouns, "Row" in another.</remarks>
    public static readonly IReadOnlyList<string> Areas =
        ["Common", "Nouns", "Invoices", "EFaktur", "Customers", "Settings", "Account", "Outbox"];

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id");
    private static readonly FrozenDictionary<string, string> Translations = Read();

    /// <summary>A text without values.</summary>
    public static string T(string english) =>
        Reader.Language == Language.English ? english : Translations.GetValueOrDefault(english, english);

    /// <summary>A text with values, which are put in as they are: format amounts and dates before.</summary>
    [OverloadResolutionPriority(1)]
    public static string T(FormattableString english) =>
        string.Format(CultureInfo.InvariantCulture, T(english.Format), english.GetArguments());

    private static FrozenDictionary<string, string> Read() =>
        Areas.Select(area => new ResourceManager($"{typeof(ScreenText).Namespace}.{area}", typeof(ScreenText).Assembly))
            .SelectMany(texts => texts.GetResourceSet(Indonesian, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>())
            .ToFrozenDictionary(text => (string)text.Key, text => (string)text.Value!);
}
