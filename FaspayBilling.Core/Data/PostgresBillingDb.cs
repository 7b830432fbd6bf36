using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Data.Searching;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaspayBilling.Core.Data;

/// <summary>One server for many nodes.</summary>
public sealed class PostgresBillingDb(DbContextOptions<PostgresBillingDb> options) : BillingDb(options)
{
    // NO KEY: rows that only point at the merchant (mails, sign-ins) need not wait.
    public override Task LockMerchantAsync(long merchantId, CancellationToken stop) =>
        ExecutePreparedAsync("""SELECT 1 FROM "Merchants" WHERE "Id" = @merchant FOR NO KEY UPDATE""", [("merchant", merchantId)], stop);

    public override Task<DateTime> ClockAsync(CancellationToken stop) =>
        Database.SqlQueryRaw<DateTime>("""SELECT clock_timestamp() AS "Value" """).SingleAsync(stop);

    public override async Task<long> NextInvoiceKeyAsync(CancellationToken stop) =>
        (long)(await ScalarPreparedAsync("""SELECT nextval(pg_get_serial_sequence('"Invoices"', 'Id'))""", [], stop))!;

    // A connection with a prepared statement keeps its plans, those of the triggers too, when it goes back to its pool; else everything
    // is planned anew at its next use. Only here: among the reads are those whose plan depends on what is looked for.
    protected override async Task<DbCommand> PrepareAsync(
        string text, IReadOnlyList<(string Name, object? Value)> values, CancellationToken stop)
    {
        var command = NewCommand(text);
        SetValues(command, values);
        await command.PrepareAsync(stop);
        return command;
    }

    // An array is made before anything else is read, and expected to be short: so the planner looks its keys up one by one. Given a plain
    // subquery it walks all of the merchant's invoices in the list's order, or beside the hits, whenever it expects many of them.
    public override IQueryable<Invoice> Matching(IQueryable<Invoice> invoices, long merchantId, string text)
    {
        var search = SearchText.Of(text);
        var (start, within) = ($"{search.Pattern}%", $"%{search.Pattern}%");

        // What cannot be there, where there is nothing to look for: an empty pattern would read the whole index.
        var digits = search.Digits ?? "none";
        var (from, inside) = ($"{digits}%", $"%{digits}%");
        var word = $"'{search.Word ?? "-"}':*";
        var hits = search.IsStart
            ? Database.SqlQuery<long>($"""
                SELECT unnest(ARRAY(SELECT "Id" FROM "Invoices" WHERE "MerchantId" = {merchantId} AND "DeletedAt" IS NULL
                    AND ("Number" ILIKE {start} OR "TaxNumber" LIKE {from} OR array_to_tsvector(string_to_array(btrim(
                        regexp_replace(lower("CustomerName"), '[^[:alnum:]]+', ' ', 'g')), ' ')) @@ {word}::tsquery))) AS "Value"
                """)
            : Database.SqlQuery<long>($"""
                SELECT unnest(ARRAY(SELECT "Id" FROM "Invoices" WHERE "MerchantId" = {merchantId} AND "DeletedAt" IS NULL
                    AND ("Number" ILIKE {within} OR "TaxNumber" LIKE {inside} OR "CustomerName" ILIKE {within}))) AS "Value"
                """);
        return invoices.Where(i => hits.Contains(i.Id));
    }

    public override IQueryable<Invoice>? Probing(IQueryable<Invoice> invoices, string text)
    {
        var search = SearchText.Of(text);
        if (!search.IsStart)
        {
            var (within, inside) = (Within(search.Text), $"%{search.Digits}%");
            return invoices.Where(i => EF.Functions.ILike(i.Number, within, "\\") || EF.Functions.ILike(i.CustomerName, within, "\\")
                || (search.Digits != null && EF.Functions.Like((string)(object)i.TaxNumber!, inside)));
        }

        var (start, digits, word) = (Start(search.Text), $"{search.Digits}%", $"(^|[^[:alnum:]]){search.Word}");
        return invoices.Where(i => EF.Functions.ILike(i.Number, start, "\\")
            || (search.Digits != null && EF.Functions.Like((string)(object)i.TaxNumber!, digits))
            || (search.Word != null && Regex.IsMatch(i.CustomerName, word, RegexOptions.IgnoreCase)));
    }

    // A GIN index gives all of its hits or none.
    public override Task<int?> HitsAsync(long merchantId, string text, int most, CancellationToken stop) => Task.FromResult<int?>(null);

    public override IQueryable<Customer> Matching(IQueryable<Customer> customers, long merchantId, string text)
    {
        if (CustomerSearchText.Of(text) is not { Text.Length: > 0 } search)
        {
            return customers;
        }

        var (within, digits) = (Within(search.Text), search.Digits ?? "");
        var inTexts = CustomerSearchText.IsShort(search.Text)
            ? """text_pairs('', "Name", "Email") @> ARRAY[lower({2})]"""
            : """("Name" ILIKE {1} OR "Email" ILIKE {1})""";
        var inNumbers = search.Digits is null ? "false"
            : CustomerSearchText.IsShort(digits) ? """text_pairs("Npwp", "DocumentNumber", "VaNumber") @> ARRAY[{3}]"""
            : """("Npwp" LIKE {4} OR "DocumentNumber" LIKE {4} OR "VaNumber" LIKE {4})""";
        var hits = Database.SqlQuery<long>(FormattableStringFactory.Create(
            $$"""
            SELECT unnest(ARRAY(SELECT "Id" FROM "Customers" WHERE "MerchantId" = {0} AND ({{inTexts}} OR {{inNumbers}}))) AS "Value"
            """,
            merchantId,
            within,
            search.Text,
            digits,
            $"%{digits}%"));
        return customers.Where(c => hits.Contains(c.Id));
    }

    public override IQueryable<Customer>? Probing(IQueryable<Customer> customers, string text)
    {
        var search = CustomerSearchText.Of(text);
        var (within, digits) = (Within(search.Text), $"%{search.Digits}%");
        return customers.Where(c => EF.Functions.ILike(c.Name, within, "\\") || EF.Functions.ILike(c.Email, within, "\\")
            || (search.Digits != null
                && (EF.Functions.Like(c.Npwp, digits)
                    || EF.Functions.Like(c.DocumentNumber, digits)
                    || EF.Functions.Like(c.VaNumber, digits))));
    }

    public override IOrderedQueryable<Customer> BeginningFirst(IQueryable<Customer> customers, string text)
    {
        var start = Start(text);
        return customers.OrderBy(c => EF.Functions.ILike(c.Name, start, "\\") ? 0 : 1).ThenBy(c => c.Name).ThenBy(c => c.Id);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        var computed = model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.GetComputedColumnSql() is not null);
        foreach (var column in computed.ToList())
        {
            // It has no others, and an index is only of what is stored.
            column.SetIsStored(true);
        }
    }

    public override bool IsDuplicate(DbUpdateException refused) =>
        refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
