using System.Data.Common;
using System.Text;
using FaspayBilling.Core.Data.Searching;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FaspayBilling.Core.Data;

/// <summary>One file on one machine.</summary>
public sealed class SqliteBillingDb(DbContextOptions<SqliteBillingDb> options) : BillingDb(options)
{
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    private const string NextInvoiceKey = """
        INSERT INTO sqlite_sequence (name, seq)
            SELECT 'Invoices', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Invoices');
        UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'Invoices' RETURNING seq;
        """;

    /// <summary>What keeps the statements of this context's connection; null on one that keeps none.</summary>
    internal KeptCommands? Statements { get; set; }

    /// <summary>Told once when the context is disposed.</summary>
    internal Action? Returned { get; set; }

    public override void Dispose()
    {
        base.Dispose();
        TellReturned();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        TellReturned();
    }

    public override Task LockMerchantAsync(long merchantId, CancellationToken stop) => Task.CompletedTask;

    public override async Task<DateTime> ClockAsync(CancellationToken stop) =>
        DateTime.SpecifyKind(
            await Database.SqlQueryRaw<DateTime>("SELECT strftime('%Y-%m-%d %H:%M:%f', 'now') AS Value").SingleAsync(stop),
            DateTimeKind.Utc);

    public override async Task<long> NextInvoiceKeyAsync(CancellationToken stop) =>
        (long)(await ScalarPreparedAsync(NextInvoiceKey, [], stop))!;

    protected override Task<DbCommand> PrepareAsync(
        string text, IReadOnlyList<(string Name, object? Value)> values, CancellationToken stop)
    {
        var transaction = (SqliteTransaction)Database.CurrentTransaction!.GetDbTransaction();
        var command = Statements?.Take(text, transaction) ?? NewCommand(text);
        SetValues(command, values);
        return Task.FromResult(command);
    }

    // Two sources without a condition between them make a CROSS JOIN, whose left side SQLite always reads first: the hits. Else it walks
    // over all of the merchant's invoices and asks for each whether it is among them.
    public override IQueryable<Invoice> Matching(IQueryable<Invoice> invoices, long merchantId, string text) =>
        from hit in Hits(SearchText.Of(text), merchantId, int.MaxValue)
        from invoice in invoices
        where invoice.Id == hit
        select invoice;

    public override IQueryable<Invoice>? Probing(IQueryable<Invoice> invoices, string text)
    {
        var search = SearchText.Of(text);
        if (!Ascii.IsValid(search.Text))
        {
            // LIKE and lower() know the capitals of ASCII only.
            return null;
        }

        if (!search.IsStart)
        {
            var (within, inside) = (Within(search.Text), $"%{search.Digits}%");
            return invoices.Where(i => EF.Functions.Like(i.Number, within, "\\") || EF.Functions.Like(i.CustomerName, within, "\\")
                || (search.Digits != null && EF.Functions.Like((string)(object)i.TaxNumber!, inside)));
        }

        var (start, digits) = (Start(search.Text), $"{search.Digits}%");
        var (firstWord, laterWord) = (SqliteSearch.FirstWord(search.Word ?? ""), SqliteSearch.LaterWord(search.Word ?? ""));
        return invoices.Where(i => EF.Functions.Like(i.Number, start, "\\")
            || (search.Digits != null && EF.Functions.Like((string)(object)i.TaxNumber!, digits))
            || (search.Word != null && (EF.Functions.Glob(i.CustomerName, firstWord) || EF.Functions.Glob(i.CustomerName, laterWord))));
    }

    public override async Task<int?> HitsAsync(long merchantId, string text, int most, CancellationToken stop) =>
        await Hits(SearchText.Of(text), merchantId, most).CountAsync(stop);

    // As with invoices, the hits are read first.
    public override IQueryable<Customer> Matching(IQueryable<Customer> customers, long merchantId, string text) =>
        CustomerSearchText.Of(text) is { Text.Length: > 0 } search
            ? from hit in Database.SqlQuery<long>(SqliteCustomerSearch.Hits(search, merchantId))
              from customer in customers
              where customer.Id == hit
              select customer
            : customers;

    public override IQueryable<Customer>? Probing(IQueryable<Customer> customers, string text)
    {
        var search = CustomerSearchText.Of(text);
        if (!Ascii.IsValid(search.Text))
        {
            // LIKE knows the capitals of ASCII only.
            return null;
        }

        var (within, digits) = (Within(search.Text), $"%{search.Digits}%");
        return customers.Where(c => EF.Functions.Like(c.Name, within, "\\") || EF.Functions.Like(c.Email, within, "\\")
            || (search.Digits != null
                && (EF.Functions.Like(c.Npwp, digits)
                    || EF.Functions.Like(c.DocumentNumber, digits)
                    || EF.Functions.Like(c.VaNumber, digits))));
    }

    public override IOrderedQueryable<Customer> BeginningFirst(IQueryable<Customer> customers, string text)
    {
        var start = Start(text);
        return customers.OrderBy(c => EF.Functions.Like(c.Name, start, "\\") ? 0 : 1).ThenBy(c => c.Name).ThenBy(c => c.Id);
    }

    private void TellReturned()
    {
        var returned = Returned;
        Returned = null;
        returned?.Invoke();
    }

    private IQueryable<long> Hits(SearchText search, long merchantId, int most) =>
        Database.SqlQuery<long>(SqliteSearch.Hits(search, merchantId, most));

    public override bool IsDuplicate(DbUpdateException refused) =>
        refused.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };
}
