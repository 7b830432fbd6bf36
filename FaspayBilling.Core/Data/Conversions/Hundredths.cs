using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaspayBilling.Core.Data.Conversions;

/// <summary>
/// Rupiah as whole hundredths, rounded as everywhere: as decimal text SQLite can neither sort nor filter by an index.
/// </summary>
public sealed class Hundredths() : ValueConverter<decimal, long>(value => (long)(Rupiah.Cents(value) * 100m), value => value / 100m);
