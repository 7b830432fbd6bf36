using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Texts;

/// <summary>The sentences of refusals, warnings and history: the same in both languages, and what the code asks for.</summary>
public sealed partial class SentencesTests
{
    private static readonly Language[] Languages = [Language.English, Language.Indonesian];

    // Made of parts, or handed on: no file names them with all their values.
    private static readonly string[] Composed =
    [
        "Month.", "sheet.at", "sheet.limit", "api.permission", "document.", "invoice.cancel:", "invoice.delete:", "bill.cancel:held",
        "coretax.number:changed", "tax-number.give:",
        "invoice.not-cancellable:at", "invoice.referenced:", "invoice.cancellation-period-over:at", "export-problem.",
    ];

    // Pieces of other entries.
    private static readonly string[] Parts =
        ["api.permission", "customer.changed", "merchant.changed", "document.call", "settings.switch"];

    [Fact]
    public void Both_languages_have_the_same_texts() =>
        Sentences.All(Language.Indonesian).Keys.Should().BeEquivalentTo(Sentences.All(Language.English).Keys);

    [Fact]
    public void Both_languages_ask_for_the_same_values() =>
        Sentences.All(Language.English)
            .Where(text => !Asked(text.Value).SetEquals(Asked(Sentences.All(Language.Indonesian)[text.Key])))
            .Select(text => text.Key)
            .Should().BeEmpty();

    [Fact]
    public void No_key_stands_in_two_files()
    {
        var keys = Sources.Texts.SelectMany(f => f.Lines).Select(line => Entry().Match(line)).Where(m => m.Success).ToList();

        keys.Should().HaveCount(Sentences.All(Language.English).Count + Sentences.All(Language.Indonesian).Count);
    }

    [Fact]
    public void Every_refusal_is_said_in_both_languages()
    {
        foreach (var refusal in RefusalsTests.All())
        {
            foreach (var language in Languages)
            {
                Sentences.Of(refusal.Message, language).Should().NotBe(refusal.Message.Key).And.NotContain("{").And.NotBeEmpty();
            }
        }
    }

    [Fact]
    public void Every_status_has_its_name() =>
        Enum.GetValues<InvoiceStatus>().Select(s => Sentences.Of(s, Language.English))
            .Should().Equal(Enum.GetValues<InvoiceStatus>().Select(s => s.Text()));

    [Fact]
    public void Every_action_of_the_history_has_a_name_for_its_filter() =>
        Sources.Texts.Single(f => f.Path.EndsWith("/History.resx", StringComparison.Ordinal)).Lines
            .Select(line => Entry().Match(line)).Where(m => m.Success).Select(m => Message.TopicOf(m.Groups[1].Value)).Distinct()
            .Where(topic => !Parts.Contains(topic) && !topic.StartsWith("history-filter.", StringComparison.Ordinal))
            .Where(topic => !Sentences.All(Language.English).ContainsKey($"Action.{topic}"))
            .Should().BeEmpty();

    [Fact]
    public void Every_action_that_is_written_on_the_line_of_its_subject_has_a_text() =>
        Sources.All.Where(f => f.IsUnder("FaspayBilling.Core") || f.IsUnder("FaspayBilling.Web"))
            .SelectMany(f => f.Lines).SelectMany(line => Written().Matches(line)).Select(m => m.Groups[1].Value)
            .Where(key => !Sentences.All(Language.English).Keys.Any(k => k == key || k == $"{key}:refused" || k == $"{key}-refused"))
            .Should().BeEmpty();

    [Fact]
    public void What_a_text_asks_for_is_given_where_its_key_is_named()
    {
        var code = Sources.All.Where(f => f.Path.StartsWith("FaspayBilling.Core/", StringComparison.Ordinal)
            || f.Path.StartsWith("FaspayBilling.Web/", StringComparison.Ordinal)).Select(f => string.Join('\n', f.Lines)).ToList();
        var wrong = new List<string>();
        foreach (var (key, text) in Sentences.All(Language.English))
        {
            if (Composed.Any(c => key.StartsWith(c, StringComparison.Ordinal)) || char.IsUpper(key[0]))
            {
                continue;
            }

            var named = Refused().Replace(key, "");
            var files = code.Where(c => c.Contains($"\"{named}\"", StringComparison.Ordinal)).ToList();
            var given = files.SelectMany(c => Given().Matches(c)).Select(m => m.Groups[1].Value).Append("refusal").ToHashSet();
            if (files.Count == 0 || !Asked(text).IsSubsetOf(given))
            {
                wrong.Add(key);
            }
        }

        wrong.Should().BeEmpty();
    }

    private static HashSet<string> Asked(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"(?<=\{)[a-z-]+(?=\})")]
    private static partial Regex Placeholder();

    [GeneratedRegex("""\("([a-z-]+)",""")]
    private static partial Regex Given();

    [GeneratedRegex("""HistorySubject\.\w+, (?:\w+(?:\.\w+)*, )?"([^"]+)"(?=\W)""")]
    private static partial Regex Written();

    [GeneratedRegex(":refused$|-refused$")]
    private static partial Regex Refused();

    [GeneratedRegex("""<data name="([^"]+)">""")]
    private static partial Regex Entry();
}
