using System.Data.Common;
using System.Globalization;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>Values of a row as both databases give them, and what both understand in a query.</summary>
internal static class Columns
{
    /// <summary>E-Faktur numbers as whole numbers lie in runs, as 13 digits everywhere else: the 13 digits of a whole number.</summary>
    public static string Digits(string number) => $"substr(CAST(10000000000000 + {number} AS TEXT), 2)";

    /// <summary>As screens show a number, of its 13 digits.</summary>
    public static string Shown(string digits) => $"substr({digits}, 1, 3) || '-' || substr({digits}, 4, 2) || '.' || substr({digits}, 6)";

    /// <summary>The names of values as a query's list.</summary>
    public static string Names<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(", ", values.Select(value => $"'{value}'"));

    public static string? TextAt(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture);

    /// <summary>Rupiah, stored as hundredths.</summary>
    public static decimal MoneyAt(this DbDataReader row, int column) => row.NumberAt(column) / 100m;

    /// <summary>PostgreSQL's sums of whole numbers are decimals.</summary>
    public static long NumberAt(this DbDataReader row, int column) =>
        Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);

    public static DateTime MomentAt(this DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    public static DateOnly DayAt(this DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    /// <exception cref="ArgumentException">There is no value of that name.</exception>
    public static T NameAt<T>(this DbDataReader row, int column)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(column));
}
