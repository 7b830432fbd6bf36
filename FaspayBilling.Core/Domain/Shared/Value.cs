using System.Globalization;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>
/// One value of a <see cref="Message"/>: it keeps what it is, not how it is written, so that each reader's language can write it.
/// Two values are equal when kind and content are.
/// </summary>
public sealed record Value
{
    internal Value(ValueKind kind, string raw) => (Kind, Raw) = (kind, raw);

    /// <summary>How it is written.</summary>
    public ValueKind Kind { get; }

    /// <summary>The content, the same in every culture: digits with a point, an ISO day or instant, <c>InvoiceStatus.Unpaid</c>.</summary>
    public string Raw { get; private init; } = "";

    /// <summary>The values of a list; empty for every other kind.</summary>
    public Sequence<Value> Items { get; private init; } = Sequence<Value>.Empty;

    /// <summary>The message of the kind Message; null for every other kind.</summary>
    public Message? Inner { get; private init; }

    /// <summary>A number without grouping: a year, a line.</summary>
    public static Value Plain(long number) => new(ValueKind.Plain, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>An amount of rupiah.</summary>
    public static Value Money(decimal amount) => new(ValueKind.Money, amount.ToString(CultureInfo.InvariantCulture));

    /// <summary>The month of a day.</summary>
    public static Value Month(DateOnly day) =>
        new(ValueKind.Month, new DateOnly(day.Year, day.Month, 1).ToString("O", CultureInfo.InvariantCulture));

    /// <summary>A member of an enumeration.</summary>
    public static Value Term(Enum member) => new(ValueKind.Term, $"{member.GetType().Name}.{member}");

    /// <summary>Several values.</summary>
    public static Value List(IEnumerable<Value> items) => new(ValueKind.List, "") { Items = new([.. items]) };

    /// <summary>The same, its texts as they may be stored (<see cref="PlainText"/>).</summary>
    internal Value Cleaned() => Kind switch
    {
        ValueKind.Text => this with { Raw = PlainText.Lines(Raw) },
        ValueKind.List => this with { Items = new([.. Items.Select(i => i.Cleaned())]) },
        ValueKind.Message => this with { Inner = Inner?.Cleaned() },
        _ => this,
    };

    public static implicit operator Value(string text) => new(ValueKind.Text, text);

    public static implicit operator Value(int count) => (long)count;

    public static implicit operator Value(long count) => new(ValueKind.Count, count.ToString(CultureInfo.InvariantCulture));

    public static implicit operator Value(DateOnly day) => new(ValueKind.Day, day.ToString("O", CultureInfo.InvariantCulture));

    public static implicit operator Value(DateTime utc) =>
        new(ValueKind.Instant, DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture));

    public static implicit operator Value(Message message) => new(ValueKind.Message, "") { Inner = message };
}
