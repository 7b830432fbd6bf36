using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;

namespace FaspayBilling.Core.Domain.TaxExports;

/// <summary>What may be wrong with an invoice's lines.</summary>
internal static class LineProblems
{
    private const int Units = 39;

    public static IEnumerable<ExportProblem> Of(TaxChannel channel, Invoice invoice)
    {
        if (invoice.Lines.Count == 0)
        {
            yield return new("no-lines", "The invoice has no lines.", MendPlace.Invoice);
        }

        foreach (var line in invoice.Lines.OrderBy(l => l.Position))
        {
            foreach (var problem in Of(channel, line))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ExportProblem> Of(TaxChannel channel, InvoiceLine line)
    {
        if ((channel == TaxChannel.Desktop ? FileText.ForCsv(line.Name) : FileText.ForXml(line.Name)).Length == 0)
        {
            yield return Mend(line, "line-name", "has no name");
        }

        if (line.TaxBase < 0 || line.Quantity <= 0)
        {
            yield return Mend(line, "line-amount", "has a quantity or an amount that is not above 0");
        }

        if (channel != TaxChannel.Coretax)
        {
            yield break;
        }

        if (MoreThanTwoDecimals(line.Quantity) || MoreThanTwoDecimals(line.Price))
        {
            yield return Mend(line, "line-decimals", "has a price or quantity with more than two decimals, which Coretax refuses");
        }

        if (line.UnitCode.Length > 0 && !IsUnit(line.UnitCode))
        {
            yield return Mend(line, "line-unit", $"has the unit {line.UnitCode}, which is not on the tax office's list");
        }

        if (line.GoodsCode.Length != 6 || !line.GoodsCode.All(char.IsAsciiDigit))
        {
            yield return Mend(line, "line-code", "needs a goods or service code of six digits");
        }
    }

    private static bool MoreThanTwoDecimals(decimal number) => number != decimal.Round(number, 2);

    private static bool IsUnit(string code) => code.Length == 7 && code.StartsWith("UM.", StringComparison.Ordinal) && int.TryParse(code.AsSpan(3), out var number) && number is >= 1 and <= Units;

    private static ExportProblem Mend(InvoiceLine line, string code, string what) =>
        new(code, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Line {line.Position} {what}."), MendPlace.Invoice);
}
