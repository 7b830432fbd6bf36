namespace FaspayBilling.Core.Domain.Invoices.Lines;

/// <summary>Goods (A in the tax office's file) or service (B).</summary>
public enum LineKind
{
    Goods,
    Service,
}
