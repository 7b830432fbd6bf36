using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;

namespace FaspayBilling.Tests.Features.DocumentApi;

/// <summary>Notes as Finance asks for them.</summary>
internal static class GivenNote
{
    public static readonly DocumentLine[] Lines = [new("Discount", 1, 1_000)];

    /// <summary>A credit note of 1.000.</summary>
    public static DocumentInput For(Invoice invoice) => new(DocumentType.CreditNote, invoice.Number, null, "Credit", Lines);
}
