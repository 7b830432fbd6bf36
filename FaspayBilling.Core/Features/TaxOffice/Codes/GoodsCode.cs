using FaspayBilling.Core.Domain.Invoices.Lines;

namespace FaspayBilling.Core.Features.TaxOffice.Codes;

/// <summary>One of the tax office's codes for what is sold; the same six digits mean one thing as goods and another as a service.</summary>
/// <param name="Kind">Goods (A) or service (B).</param>
/// <param name="Code">Six digits; 000000 is general.</param>
/// <param name="Name">In Indonesian.</param>
public sealed record GoodsCode(LineKind Kind, string Code, string Name);
