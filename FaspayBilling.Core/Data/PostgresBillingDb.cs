using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaspayBilling.Core.Data;

/// <summary>One server for many nodes.</summary>
public sealed class PostgresBillingDb(DbContextOptions<PostgresBillingDb> options) : BillingDb(options)
{
    // NO KEY: rows that only point at the merchant (mails, sign-ins) need not wait.
    public override Task LockMerchantAsync(long merchantId, CancellationToken stop) =>
        Database.ExecuteSqlAsync($"""SELECT 1 FROM "Merchants" WHERE "Id" = {merchantId} FOR NO KEY UPDATE""", stop);

    public override Task<DateTime> ClockAsync(CancellationToken stop) =>
        Database.SqlQueryRaw<DateTime>("""SELECT clock_timestamp() AS "Value" """).SingleAsync(stop);

    public override IQueryable<Invoice> Matching(IQueryable<Invoice> invoices, string text)
    {
        var digits = Npwp.Digits(text);
        var start = $"{Escape(text)}%";
        var within = text.Length < 3 ? start : $"%{start}";
        var number = digits is not { Length: > 0 } ? null : text.Length < 3 ? $"{digits}%" : $"%{digits}%";
        return invoices.Where(i => EF.Functions.ILike(i.Number, within)
            || (number != null && EF.Functions.Like((string)(object)i.TaxNumber!, number))
            || (text.Length >= 3 && EF.Functions.ILike(i.CustomerName, within)));
    }

    public override bool IsDuplicate(DbUpdateException refused) => refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
