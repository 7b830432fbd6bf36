using System.Globalization;
using System.Text.RegularExpressions;

namespace FaspayBilling.Web.Components.Ui.Fields;

/// <summary>Quantities and percentages as people type them: dots between thousands or none, a comma before at most four decimals.</summary>
public static partial class QuantityText
{
    /// <summary>Null when the text can be read in more than one way, or not at all: <c>1.5</c> is never guessed.</summary>
    public static decimal? Read(string text)
    {
        var bare = text.Trim();
        return Quantity().IsMatch(bare)
            ? decimal.Parse(
                bare.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(
        @"^-?([0-9]{1,12}|[0-9]{1,3}(\.[0-9]{3}){1,3})(,[0-9]{1,4})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quantity();
}
