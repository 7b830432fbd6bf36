using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Features.TaxOffice.Codes;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Whether the tax office lists a code for goods or services.</summary>
internal static class GoodsKnown
{
    private static readonly Lazy<HashSet<(LineKind, string)>> Codes = new(() => [.. GoodsCodes.All.Select(c => (c.Kind, c.Code))]);

    public static bool Knows(LineKind kind, string code) => Codes.Value.Contains((kind, code));
}
