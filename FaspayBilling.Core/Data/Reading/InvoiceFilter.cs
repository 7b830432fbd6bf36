using System.Text;
using FaspayBilling.Core.Data.Totals;

namespace FaspayBilling.Core.Data.Reading;

/// <summary>
/// A condition on a merchant's invoices in SQL, of columns that their totals have too; its days are said beside it. Texts are constants,
/// whatever varies is a parameter.
/// </summary>
internal sealed class InvoiceFilter
{
    private static readonly string[] Starts = ["start0", "start1"];
    private static readonly string[] Ends = ["end0", "end1"];

    private readonly StringBuilder condition = new("\"MerchantId\" = @merchant");

    public InvoiceFilter(long merchant) => Values["merchant"] = merchant;

    /// <summary>The parameters of the condition.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The condition on invoices that are not deleted, in the order of an index's columns.</summary>
    public string Shown => $"\"DeletedAt\" IS NULL AND {condition}";

    /// <summary>One condition more.</summary>
    public InvoiceFilter And(string constant)
    {
        condition.Append(" AND ").Append(constant);
        return this;
    }

    /// <summary>One condition more with its parameter.</summary>
    public InvoiceFilter And(string constant, string name, object value)
    {
        Values[name] = value;
        return And(constant);
    }

    /// <summary>The command that counts the months by totals, and day by day what the days cut off of them.</summary>
    public (string Text, Dictionary<string, object?> Values) Counts(DaySpans days)
    {
        var values = new Dictionary<string, object?>(Values, StringComparer.Ordinal);
        var text = new StringBuilder("SELECT \"Month\", SUM(\"Count\") FROM \"InvoiceTotals\" WHERE ").Append(condition);
        if (days.Whole is { } low)
        {
            text.Append(" AND \"Month\" >= @low");
            values["low"] = low;
        }

        if (days.WholeBehind is { } high)
        {
            text.Append(" AND \"Month\" < @high");
            values["high"] = high;
        }

        text.Append(" GROUP BY \"Month\"");
        for (var cut = 0; cut < days.Cuts.Count; cut++)
        {
            var (start, end) = (Starts[cut], Ends[cut]);
            text.Append(" UNION ALL SELECT \"InvoiceDate\", COUNT(*) FROM \"Invoices\" WHERE ").Append(Shown)
                .Append(" AND \"InvoiceDate\" >= @").Append(start).Append(" AND \"InvoiceDate\" < @").Append(end)
                .Append(" GROUP BY \"InvoiceDate\"");
            (values[start], values[end]) = days.Cuts[cut];
        }

        return (text.ToString(), values);
    }
}
