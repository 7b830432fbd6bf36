using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaspayBilling.Core.Data.Conversions;

/// <summary>Quantities as whole ten-thousandths.</summary>
public sealed class TenThousandths() : ValueConverter<decimal, long>(value => (long)(value * 10_000m), value => value / 10_000m);
