using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>One file on one machine.</summary>
public sealed class SqliteBillingDb(DbContextOptions<SqliteBillingDb> options) : BillingDb(options)
{
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    public override Task LockMerchantAsync(long merchantId, CancellationToken stop) => Task.CompletedTask;

    public override async Task<DateTime> ClockAsync(CancellationToken stop) =>
        DateTime.SpecifyKind(await Database.SqlQueryRaw<DateTime>("SELECT strftime('%Y-%m-%d %H:%M:%f', 'now') AS Value").SingleAsync(stop), DateTimeKind.Utc);

    public override IQueryable<Invoice> Matching(IQueryable<Invoice> invoices, string text)
    {
        var digits = Npwp.Digits(text);
        if (text.Length < 3)
        {
            var upper = text.ToUpperInvariant();
            return invoices.Where(i => i.Number.StartsWith(upper) || (digits != null && digits != "" && ((string)(object)i.TaxNumber!).StartsWith(digits)));
        }

        // A phrase in double quotes is taken letter by letter; the number column holds digits without punctuation.
        var phrase = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var query = digits is { Length: >= 3 } ? $"{phrase} OR {{TaxNumber}} : \"{digits}\"" : phrase;
        var hits = Database.SqlQuery<long>($"SELECT rowid AS Value FROM InvoiceSearch WHERE InvoiceSearch MATCH {query}");
        return invoices.Where(i => hits.Contains(i.Id));
    }

    public override IQueryable<Customer> Matching(IQueryable<Customer> customers, string text)
    {
        var within = Within(text);
        var digits = Npwp.Digits(text) is { Length: > 0 } kept ? $"%{kept}%" : null;
        return customers.Where(c => EF.Functions.Like(c.Name, within, "\\") || EF.Functions.Like(c.Email, within, "\\")
            || (digits != null && (EF.Functions.Like(c.Npwp, digits) || EF.Functions.Like(c.DocumentNumber, digits) || EF.Functions.Like(c.VaNumber, digits))));
    }

    public override IOrderedQueryable<Customer> BeginningFirst(IQueryable<Customer> customers, string text)
    {
        var start = Start(text);
        return customers.OrderBy(c => EF.Functions.Like(c.Name, start, "\\") ? 0 : 1).ThenBy(c => c.Name).ThenBy(c => c.Id);
    }

    public override bool IsDuplicate(DbUpdateException refused) =>
        refused.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };
}
