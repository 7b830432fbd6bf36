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

    [GeneratedRegex(@"^([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();
}
