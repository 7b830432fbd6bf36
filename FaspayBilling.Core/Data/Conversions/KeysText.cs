using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaspayBilling.Core.Data.Conversions;

/// <summary>A few keys of other rows in one column, with commas between them.</summary>
public sealed class KeysText() : ValueConverter<Sequence<long>, string>(keys => Write(keys), text => Read(text))
{
    private static string Write(Sequence<long> keys) =>
        string.Join(',', keys.Select(k => k.ToString(CultureInfo.InvariantCulture)));

    private static Sequence<long> Read(string text) =>
        new([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(k => long.Parse(k, CultureInfo.InvariantCulture))]);
}
