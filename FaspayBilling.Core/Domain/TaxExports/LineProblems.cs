using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxCodes;

namespace FaspayBilling.Core.Domain.TaxExports;

/// <summary>What may be wrong with an invoice's lines.</summary>
internal static class LineProblems
{
    public static IEnumerable<ExportProblem> Of(TaxChannel channel, Invoice invoice, Func<LineKind, string, bool> knows)
    {
        if (invoice.Lines.Count == 0)
        {
            yield return new("no-lines", "The invoice has no lines.", MendPlace.Invoice);
        }

        foreach (var line in invoice.Lines.OrderBy(l => l.Position))
        {
            foreach (var problem in Of(channel, line, knows))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ExportProblem> Of(TaxChannel channel, InvoiceLine line, Func<LineKind, string, bool> knows)
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

        if (line.UnitCode.Length > 0 && TaxUnits.Find(line.UnitCode) is null)
        {
            yield return Mend(line, "line-unit", $"has the unit {line.UnitCode}, which is not on the tax office's list");
        }

        if (!knows(line.Kind, line.GoodsCode))
        {
            yield return Mend(line, "line-code", $"has the code {line.GoodsCode}, which the tax office does not list for {(line.Kind == LineKind.Goods ? "goods" : "services")}");
        }
    }

    private static bool MoreThanTwoDecimals(decimal number) => number != decimal.Round(number, 2);

    private static ExportProblem Mend(InvoiceLine line, string code, string what) =>
        new(code, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Line {line.Position} {what}."), MendPlace.Invoice);
}
