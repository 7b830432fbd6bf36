using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Core.Data.Reading;

/// <summary>The values of the row at which a reader stands, as the model's conversions give them.</summary>
internal readonly struct RowValues(DbDataReader reader)
{
    private const int DayLength = 10;
    private const int SecondsLength = 19;
    private const int TickDigits = 7;

    // SQLite keeps days and instants as texts.
    private readonly bool texts = reader is SqliteDataReader;

    public string Text(int column) => reader.GetString(column);

    public int Whole(int column) => reader.GetInt32(column);

    public long Long(int column) => reader.GetInt64(column);

    public DateOnly Day(int column) => texts ? DayOf(reader.GetString(column)) : reader.GetFieldValue<DateOnly>(column);

    public DateTime Instant(int column) =>
        DateTime.SpecifyKind(texts ? InstantOf(reader.GetString(column)) : reader.GetDateTime(column), DateTimeKind.Utc);

    /// <summary>What is kept as whole hundredths.</summary>
    public decimal Rupiah(int column)
    {
        var hundredths = reader.GetInt64(column);
        return hundredths % 100 == 0 ? hundredths / 100 : hundredths / 100m;
    }

    /// <summary>What is kept by its name.</summary>
    public TEnum Named<TEnum>(int column)
        where TEnum : struct, Enum
    {
        var name = reader.GetString(column);
        return Names<TEnum>.Known.TryGetValue(name, out var value) ? value : Enum.Parse<TEnum>(name);
    }

    public TaxNumber? TaxNumber(int column) =>
        reader.IsDBNull(column) ? null : new TaxNumber(long.Parse(reader.GetString(column), CultureInfo.InvariantCulture));

    // The driver tries all forms that a date can have, which takes ten times as long.
    private static DateOnly DayOf(string text) => text.Length == DayLength
        ? new DateOnly(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2))
        : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime InstantOf(string text)
    {
        if (text.Length < SecondsLength || text.Length > SecondsLength + 1 + TickDigits || text[DayLength] != ' '
            || (text.Length > SecondsLength && text[SecondsLength] != '.'))
        {
            return DateTime.Parse(text, CultureInfo.InvariantCulture);
        }

        var ticks = text.Length > SecondsLength + 1 ? Number(text, SecondsLength + 1, text.Length - SecondsLength - 1) : 0L;
        for (var digits = text.Length - SecondsLength - 1; digits < TickDigits; digits++)
        {
            ticks *= 10;
        }

        return new DateTime(
            Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2))
            .AddTicks(ticks);
    }

    private static int Number(string text, int start, int length) =>
        int.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<string, TEnum> Known =
            Enum.GetValues<TEnum>().ToFrozenDictionary(v => v.ToString(), StringComparer.Ordinal);
    }
}
