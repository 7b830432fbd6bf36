using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>What may be wrong with an invoice's lines.</summary>
internal static class LineProblems
{
    public static IEnumerable<ExportProblem> Of(TaxChannel channel, Invoice invoice, Func<LineKind, string, bool> knows)
    {
        if (invoice.Lines.Count == 0)
        {
            yield return ExportProblem.Of(ProblemLocation.Invoice, "no-lines");
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
            yield return Mend(line, "line-name");
        }

        if (line.TaxBase < 0 || line.Quantity <= 0)
        {
            yield return Mend(line, "line-amount");
        }

        if (channel != TaxChannel.Coretax)
        {
            yield break;
        }

        if (MoreThanTwoDecimals(line.Quantity) || MoreThanTwoDecimals(line.Price))
        {
            yield return Mend(line, "line-decimals");
        }

        if (line.UnitCode.Length > 0 && TaxUnits.Find(line.UnitCode) is null)
        {
            yield return Mend(line, "line-unit", ("unit", line.UnitCode));
        }

        if (!knows(line.Kind, line.GoodsCode))
        {
            yield return Mend(line, line.Kind == LineKind.Goods ? "line-code:goods" : "line-code:services", ("code", line.GoodsCode));
        }
    }

    private static bool MoreThanTwoDecimals(decimal number) => number != decimal.Round(number, 2);

    private static ExportProblem Mend(InvoiceLine line, string key, params ReadOnlySpan<(string Name, Value Value)> more) =>
        ExportProblem.Of(ProblemLocation.Invoice, key, [("line", Value.Plain(line.Position)), .. more]);
}
