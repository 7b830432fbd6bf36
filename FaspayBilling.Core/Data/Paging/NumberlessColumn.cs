namespace FaspayBilling.Core.Data.Paging;

/// <summary>
/// What the database works out of an invoice by itself, so that an index holds the list of those without a number. SQLite thinks an empty
/// E-Faktur No as rare as a given one, and would else read all invoices that have none, drafts and untaxed ones too.
/// </summary>
internal static class NumberlessColumn
{
    /// <summary>1 for a tax invoice that was issued, stands, and has neither an E-Faktur No nor a number of Coretax.</summary>
    public const string Name = "Numberless";

    public const string Sql = "CASE WHEN \"InvoiceTax\" AND \"TaxNumber\" IS NULL AND \"CoretaxNumber\" IS NULL"
        + " AND \"DocumentType\" IN ('Invoice', 'DebitNote')"
        + " AND \"Status\" IN ('Unpaid', 'PartiallyPaid', 'Overdue', 'Paid') THEN 1 ELSE 0 END";
}
