using System.Text.RegularExpressions;

namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>Names that browsers and operating systems give to the copy of a file.</summary>
public static partial class CopiedName
{
    /// <summary>
    /// The name before it was copied: without <c> (1)</c>, <c> - Copy</c>, <c> copy 2</c>, <c>Copy of </c> and their
    /// Indonesian forms, however often; the same name when it is none of a copy.
    /// </summary>
    public static string Original(string name)
    {
        for (var before = ""; before != name;)
        {
            before = name;
            name = Before().Replace(Behind().Replace(name, "${ending}", 1), "", 1);
        }

        return name;
    }

    // Chrome (1), Firefox (1) without a blank, Windows " - Copy (2)", macOS " copy 2" and " 2".
    [GeneratedRegex(
        @"(\s*\([0-9]{1,3}\)|\s*-\s*(copy|salin|salinan)|\s+(copy|salinan)(\s+[0-9]{1,3})?|\s+[0-9]{1,2})(?<ending>\.pdf)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"^(copy of|salinan( dari)?)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();
}
