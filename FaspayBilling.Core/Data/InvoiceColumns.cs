using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Data;

/// <summary>
/// What the database works out of an invoice by itself, so that the list's order by amount is that of the amounts it shows, and an index
/// keeps it. PostgreSQL stores it; SQLite, which could add a stored column only by making the table anew, keeps it in the index alone.
/// </summary>
internal static class InvoiceColumns
{
    /// <summary>As <see cref="DocumentTypes.Signed"/> gives it.</summary>
    public const string SignedTotal = "SignedTotal";

    /// <summary>As <see cref="DocumentTypes.Balance"/> gives it; 0 where nothing is owed to the merchant.</summary>
    public const string Balance = "Balance";

    /// <summary>What the merchant is owed by; a tax invoice is one of them.</summary>
    public const string Receivable = "\"DocumentType\" IN ('Invoice', 'DebitNote')";

    public const string SignedTotalSql = $"CASE WHEN {Credit} OR {SelfBilledCredit} THEN -\"Total\" ELSE \"Total\" END";

    public const string BalanceSql =
        $"CASE WHEN {Credit} THEN -\"Outstanding\" WHEN {Receivable} THEN \"Outstanding\" ELSE 0 END";

    private const string Credit = "\"DocumentType\" IN ('CreditNote', 'RefundNote')";
    private const string SelfBilledCredit = "\"DocumentType\" IN ('SelfBilledCreditNote', 'SelfBilledRefundNote')";
}
