using System.Text;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("PT Maju Jaya", "PT Maju Jaya")]
    [InlineData("  PT  Maju \r\n\t Jaya ", "PT Maju Jaya")]
    [InlineData("PT\u00a0Maju\u3000Jaya", "PT Maju Jaya")]
    [InlineData("PT\u0000Maju\u0007\u001bJaya\u0085", "PT Maju Jaya")]
    [InlineData("Bu\u202edi", "Budi")]
    [InlineData("\u2066Bu\u2069\u200e\u200f\u061cdi", "Budi")]
    [InlineData("\ufeffBu\u200b\u2060\u00addi", "Budi")]
    [InlineData("Bu\U000E0062\U000E0075di\U000E0001", "Budi")]
    [InlineData("Bu\u0378ｄi", "Buｄi")]
    [InlineData("a \u200b b", "a b")]
    [InlineData("Adm\u200din\u200c", "Admin")]
    [InlineData("Bu\ufe0fdi", "Budi")]
    public void One_line_keeps_what_is_seen_of_it(string typed, string kept) => PlainText.Line(typed).Should().Be(kept);

    [Theory]
    [InlineData("می\u200cخواهم")]
    [InlineData("ක\u0dca\u200dෂ")]
    [InlineData("👩\u200d💻 ❤\ufe0f")]
    [InlineData("Žluťoučký Kůň · Ελλάς · Москва · 東京 · ﷼")]
    [InlineData("e\u0301a\u0308")]
    [InlineData("葛\U000E0100")]
    [InlineData("\u06dd")]
    public void Scripts_and_emoji_keep_what_they_are_written_with(string typed)
    {
        PlainText.Line(typed).Should().Be(typed);
        PlainText.Lines(typed).Should().Be(typed);
    }

    [Theory]
    [InlineData("\u200b\u2060")]
    [InlineData("\u202e")]
    [InlineData(" \t\u00a0\u3000 ")]
    [InlineData("\u3164\u115f\uffa0")]
    [InlineData("\u2800\u034f")]
    [InlineData("\U000E0041\ufe0f")]
    [InlineData("\u200d\u200c")]
    public void A_text_of_which_nothing_is_seen_is_empty(string typed)
    {
        PlainText.Line(typed).Should().BeEmpty();
        PlainText.Lines(typed).Should().BeEmpty();
    }

    [Theory]
    [InlineData("\r\nfirst\r\n second\rthird\n\n", "first\n second\nthird")]
    [InlineData("a\u2028b\u2029c\u0085d\fe", "a\nb\nc\nd\ne")]
    [InlineData("a\tb\u0000c\u000bd", "a b c d")]
    [InlineData("two  blanks\nBu\u202edi", "two  blanks\nBudi")]
    public void Several_lines_keep_their_lines_and_their_blanks(string typed, string kept) => PlainText.Lines(typed).Should().Be(kept);

    // As data of a theory it would not come through whole: half a pair is no text.
    [Fact]
    public void Half_a_pair_of_surrogates_becomes_the_replacement_character_and_what_is_no_character_goes()
    {
        PlainText.Line("a\ud83db" + "\ude00").Should().Be("a\ufffdb\ufffd");
        PlainText.Line("a\ufffeb\uffff").Should().Be("ab");
    }

    [Theory]
    [InlineData("", 0, "")]
    [InlineData("Budi", 0, "")]
    [InlineData("Budi", 3, "Bud")]
    [InlineData("Budi", 4, "Budi")]
    [InlineData("a😀b", 1, "a")]
    [InlineData("a😀b", 2, "a")]
    [InlineData("a😀b", 3, "a😀")]
    [InlineData("😀😀", 1, "")]
    [InlineData("ae\u0301b", 2, "a")]
    [InlineData("ae\u0301b", 3, "ae\u0301")]
    [InlineData("a👩\u200d💻b", 5, "a")]
    [InlineData("a👩\u200d💻b", 6, "a👩\u200d💻")]
    [InlineData("e\u0301\u0302", 2, "e\u0301")]
    public void What_is_too_long_is_cut_at_the_end_of_a_letter(string text, int most, string cut) =>
        PlainText.Cut(text, most).Should().Be(cut);

    [Fact]
    public void What_is_no_text_is_cut_too()
    {
        PlainText.Cut("a\ud83db" + "\ude00", 2).Should().Be("a\ud83d");
        PlainText.Cut("\r\n", 1).Should().Be("\r");
    }

    [Fact]
    public void What_was_cleaned_once_is_clean()
    {
        var random = new Random(20261127);
        string[] parts =
        [
            "a", "é", " ", "\n", "\u200b", "\u200d", "م", "👩", "\ufe0f", "\u202e", "\u3164", "\u00a0", "\r", "\u0000", "\ud800",
        ];
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
            var (line, lines) = (PlainText.Line(text), PlainText.Lines(text));

            PlainText.Line(line).Should().Be(line);
            PlainText.Lines(lines).Should().Be(lines);
            line.EnumerateRunes().Any(Rune.IsControl).Should().BeFalse();
        }
    }
}
