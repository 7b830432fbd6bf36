using System.Linq.Expressions;
using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>
/// What a tax invoice is (docs/rules.md 1): an Invoice or Debit Note with Invoice Tax on. A Credit Note is none, whatever its switch
/// says. Whoever hands out, exports, lists or warns asks here.
/// </summary>
public static class TaxInvoices
{
    /// <summary>The same for queries.</summary>
    public static readonly Expression<Func<Invoice, bool>> Are = i =>
        i.InvoiceTax && (i.DocumentType == DocumentType.Invoice || i.DocumentType == DocumentType.DebitNote);

    /// <summary>True for the types that become a tax invoice once Invoice Tax is on.</summary>
    public static bool BecomesTaxInvoice(this DocumentType type) => type is DocumentType.Invoice or DocumentType.DebitNote;

    /// <summary>True for a tax invoice.</summary>
    public static bool Is(DocumentType type, bool invoiceTax) => invoiceTax && type.BecomesTaxInvoice();
}
