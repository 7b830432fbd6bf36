using System.Globalization;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>What a range must be (docs/rules.md 3); every refusal names its field.</summary>
public static class RangeRules
{
    public const long Longest = 1_000_000;

    /// <summary>Years the form offers: last year to next year.</summary>
    public static IReadOnlyList<int> Years(int currentYear) => [currentYear - 1, currentYear, currentYear + 1];

    /// <summary>Checks a new range, or with <paramref name="edited"/> a changed one, against the merchant's other ranges.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="others">All other ranges of the merchant.</param>
    /// <param name="currentYear">Jakarta's current year.</param>
    /// <param name="edited">The range being edited and the highest number of it in use; null for a new range.</param>
    public static Outcome<CheckedRange> Check(
        RangeInput input, IEnumerable<TaxNumberRange> others, int currentYear, EditedRange? edited = null)
    {
        var refusals = new List<Refusal>();
        if (edited is null && !Years(currentYear).Contains(input.Year))
        {
            refusals.Add(TaxNumberRefusals.RangeYear(currentYear));
        }

        if (!TaxNumber.TryParse(input.Start, out var start))
        {
            refusals.Add(TaxNumberRefusals.RangeNot13Digits(nameof(RangeInput.Start)));
        }

        if (!TaxNumber.TryParse(input.End, out var end))
        {
            refusals.Add(TaxNumberRefusals.RangeNot13Digits(nameof(RangeInput.End)));
        }

        if (refusals.Count == 0)
        {
            refusals.AddRange(WhyNotNumbers(start, end, others, edited));
        }

        return refusals.Count > 0
            ? Outcome<CheckedRange>.Refused(refusals)
            : Outcome<CheckedRange>.With(new(start, end), Warning(start, edited?.Range.Year ?? input.Year));
    }

    private static IEnumerable<Refusal> WhyNotNumbers(
        TaxNumber start, TaxNumber end, IEnumerable<TaxNumberRange> others, EditedRange? edited)
    {
        if (end < start)
        {
            yield return TaxNumberRefusals.RangeEndBeforeStart;
        }
        else if (start.Block != end.Block)
        {
            yield return TaxNumberRefusals.RangeBlocksDiffer;
        }
        else
        {
            if (others.FirstOrDefault(o => o.Overlaps(start, end)) is { } other)
            {
                yield return TaxNumberRefusals.RangeOverlap(other);
            }

            if (end.Value - start.Value + 1 > Longest)
            {
                yield return TaxNumberRefusals.RangeTooLong;
            }
        }

        if (start.Serial == 0 && edited?.Range.FirstUsedAt is null)
        {
            yield return TaxNumberRefusals.RangeSerialZero;
        }

        if (edited is { Range.FirstUsedAt: not null } && start != edited.Range.Start)
        {
            yield return TaxNumberRefusals.RangeStartInUse(edited.Range.Start);
        }

        if (edited?.HighestUsed is { } highest && end < highest)
        {
            yield return TaxNumberRefusals.RangeEndBelowUsed(highest);
        }
    }

    private static Message? Warning(TaxNumber start, int year) => start.YearDigits == year % 100
        ? null
        : Message.Of(
            "range-warning.year-digits",
            ("digits", start.YearDigits.ToString("D2", CultureInfo.InvariantCulture)),
            ("year", Value.Plain(year)));
}
