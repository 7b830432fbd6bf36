using System.Globalization;
using System.Text.RegularExpressions;

namespace FaspayBilling.Web.Components.Ui.Fields;

/// <summary>Rupiah as people type it: dots between thousands or none, a comma before the cents.</summary>
public static partial class MoneyText
{
    /// <summary>The amount without its sign of currency: <c>1.234.567,50</c>.</summary>
    public static string Write(decimal amount) => Format.Rupiah(amount).Replace("Rp ", string.Empty, StringComparison.Ordinal);

    /// <summary>Null when the text can be read in more than one way, or not at all: <c>1234.56</c> is never guessed.</summary>
    public static decimal? Read(string text)
    {
        // "500.000,-" is how many write a round amount.
        var bare = Cents().Replace(Currency().Replace(text.Trim(), string.Empty), string.Empty);
        return Amount().IsMatch(bare)
            ? decimal.Parse(
                bare.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(@"^Rp\.?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex(@",(-{1,2}|\u2013)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Cents();

    [GeneratedRegex(
        @"^-?([0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3}){1,4})(,[0-9]{1,2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
