using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support;
using FaspayBilling.Web.Texts;
using static FaspayBilling.Web.Texts.ScreenText;

namespace FaspayBilling.Tests.Texts;

/// <summary>The screens speak English and Indonesian: nothing is missing, nothing is left over, nothing is written past it.</summary>
public sealed partial class ScreenTextsTests
{
    private static readonly IReadOnlyList<(string Area, string English, string Indonesian)> Translated = [.. Read()];

    [Fact]
    public void Every_text_of_the_screens_has_its_Indonesian() =>
        Lines(ScreenCode.Keys.Concat(ScreenCode.DynamicKeys).Except(Translated.Select(t => t.English))).Should().BeEmpty();

    [Fact]
    public void No_translation_is_left_over() =>
        Lines(Translated.Select(t => t.English).Except(ScreenCode.Keys.Concat(ScreenCode.DynamicKeys))).Should().BeEmpty();

    [Fact]
    public void A_text_is_translated_once() =>
        Translated.GroupBy(t => t.English)
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.Area))}")
            .Should().BeEmpty();

    [Fact]
    public void Both_languages_have_the_same_values() =>
        Translated.Where(t => !Values(t.English).SetEquals(Values(t.Indonesian))).Select(t => t.English).Should().BeEmpty();

    [Fact]
    public void No_text_is_written_past_the_translation() => Lines(ScreenCode.HardCoded).Should().BeEmpty();

    [Fact]
    public void No_text_is_taken_before_its_reader_is_known() => ScreenCode.TakenTooEarly.Should().BeEmpty();

    [Fact]
    public void A_text_is_shown_in_the_readers_language()
    {
        T("Yes").Should().Be("Yes");
        using (new UseCulture(CultureInfo.GetCultureInfo("id-ID")))
        {
            Reader.Language.Should().Be(Language.Indonesian);
            T("Yes").Should().Be("Ya");
            T("Nobody wrote this").Should().Be("Nobody wrote this");
            T($"{2} beside {"five"}").Should().Be("2 beside five");
        }
    }

    // As one text: a list in a failed assertion shows its first item only.
    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Order(StringComparer.Ordinal));

    private static HashSet<string> Values(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    private static IEnumerable<(string, string, string)> Read()
    {
        foreach (var area in ScreenText.Areas)
        {
            var texts = new ResourceManager($"{typeof(ScreenText).Namespace}.{area}", typeof(ScreenText).Assembly)
                .GetResourceSet(CultureInfo.GetCultureInfo("id"), createIfNotExists: true, tryParents: false)!;
            foreach (System.Collections.DictionaryEntry text in texts)
            {
                yield return (area, (string)text.Key, (string)text.Value!);
            }
        }
    }

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();
}
