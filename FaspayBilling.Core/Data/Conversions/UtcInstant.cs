using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaspayBilling.Core.Data.Conversions;

/// <summary>Instants are UTC in and out: SQLite forgets the kind, PostgreSQL refuses any other.</summary>
public sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : Refuse(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime Refuse(DateTime value) =>
        throw new InvalidOperationException($"Only UTC instants are stored, not {value.Kind}.");
}
