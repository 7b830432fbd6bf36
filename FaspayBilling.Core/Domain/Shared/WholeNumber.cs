using System.Globalization;
using System.Text.RegularExpressions;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>Counts as people type them and as <see cref="Rupiah.Count"/> writes them: with dots between thousands or without.</summary>
public static partial class WholeNumber
{
    /// <summary>
    /// Null when the text can be read in more than one way, or not at all: a dot stands only where thousands begin, so <c>1.5</c> is never
    /// guessed. Blanks around it are passed over.
    /// </summary>
    public static long? Read(string typed)
    {
        var bare = typed.Trim();
        return Grouped().IsMatch(bare)
            && long.TryParse(
                bare.Replace(".", string.Empty, StringComparison.Ordinal),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number)
            ? number
            : null;
    }

    /// <summary>
    /// True for what a spreadsheet makes of long numbers, <c>3.17101E+15</c>: the last digits are lost, and what is left is no number of
    /// anybody.
    /// </summary>
    public static bool LostDigits(string text) => Shortened().IsMatch(text);

    [GeneratedRegex(@"^([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();

    // Also 3,17101E+15
    [GeneratedRegex(
        @"^[0-9]([.,][0-9]+)?E\+?[0-9]{1,3}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Shortened();
}
