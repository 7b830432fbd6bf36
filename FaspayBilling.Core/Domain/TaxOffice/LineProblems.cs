using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>What may be wrong with an invoice's lines.</summary>
internal static class LineProblems
{
    public static IEnumerable<ExportProblem> Of(TaxChannel file, IReadOnlyList<InvoiceLine> lines, Func<LineKind, string, bool> knows)
    {
        if (lines.Count == 0)
        {
            yield return ExportProblem.Of(ProblemLocation.Invoice, "no-lines") with { Field = nameof(InvoiceContent.Lines) };
        }

        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var problem in Of(file, lines[i], i, knows))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ExportProblem> Of(TaxChannel file, InvoiceLine line, int index, Func<LineKind, string, bool> knows)
    {
        if (FileText.IsEmpty(file, line.Name))
        {
            yield return Mend(nameof(line.Name), "line-name");
        }

        if (line.TaxBase < 0 || line.Quantity <= 0)
        {
            yield return Mend(nameof(line.Price), "line-amount");
        }

        if (file != TaxChannel.Coretax)
        {
            yield break;
        }

        if (MoreThanTwoDecimals(line.Quantity) || MoreThanTwoDecimals(line.Price))
        {
            yield return Mend(MoreThanTwoDecimals(line.Quantity) ? nameof(line.Quantity) : nameof(line.Price), "line-decimals");
        }

        if (line.UnitCode.Length > 0 && TaxUnits.Find(line.UnitCode) is null)
        {
            yield return Mend(nameof(line.UnitCode), "line-unit", ("unit", line.UnitCode));
        }

        if (!knows(line.Kind, line.GoodsCode))
        {
            yield return Mend(
                nameof(line.GoodsCode),
                line.Kind == LineKind.Goods ? "line-code:goods" : "line-code:services",
                ("code", line.GoodsCode));
        }

        ExportProblem Mend(string cell, string key, params ReadOnlySpan<(string Name, Value Value)> more) =>
            ExportProblem.Of(ProblemLocation.Invoice, key, [("line", Value.Plain(line.Position)), .. more]) with
            {
                Field = string.Create(CultureInfo.InvariantCulture, $"{nameof(InvoiceContent.Lines)}[{index}].{cell}"),
            };
    }

    private static bool MoreThanTwoDecimals(decimal number) => number != decimal.Round(number, 2);
}
