using System.Globalization;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaspayBilling.Core.Data.Conversions;

/// <summary>E-Faktur numbers as their 13 digits: text order is number order.</summary>
public sealed class TaxNumberDigits() : ValueConverter<TaxNumber, string>(
    number => number.Digits,
    digits => new TaxNumber(long.Parse(digits, CultureInfo.InvariantCulture)));
