using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Tests.Features.Tenancy;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Attacks;

/// <summary>
/// One user of another merchant calls every handler with ids of a merchant, one after the other, as an open page's connection could.
/// What each refuses is in TenancyTests, which compares the owner's main rows; here all tables are compared.
/// </summary>
public sealed class OtherMerchantsIdsTests
{
    // What the product keeps for itself: keys made when one is first needed, and counts of attempts.
    private static readonly string[] Kept = ["DataProtectionKeys", "InstallationSecrets", "AttemptCounts"];

    private static readonly Type[] Ids = [typeof(long), typeof(long?), typeof(InvoiceKey)];

    [Fact]
    public async Task A_call_with_anothers_ids_changes_no_row_of_any_table_but_the_callers_own()
    {
        await using var db = await TestDb.MakeAsync();
        var estate = await TenantFixture.OfAsync(db, await db.Given.MerchantAsync("FPY"));
        var other = await db.Given.MerchantAsync("OTH");
        var before = await RowsAsync(db, other);
        var changed = new List<string>();

        foreach (var call in HandlerCalls.All.Where(c => c.Names))
        {
            await call.RunAsync(db, estate, other.Admin);
            var after = await RowsAsync(db, other);
            changed.AddRange(before.Except(after).Concat(after.Except(before).Where(IsOwned)).Select(row => $"{call.Handler.Name}: {row}"));
            before = after;
        }

        changed.Should().BeEmpty();

        // Rows that no call could change would prove nothing.
        before.Select(row => row.Split(' ')[0]).Distinct().Should().HaveCountGreaterThan(20);
        await HandlerCalls.Of("DeleteInvoice").RunAsync(db, estate, estate.Owner.Admin);
        (await RowsAsync(db, other)).SetEquals(before).Should().BeFalse();
    }

    [Fact]
    public void Every_handler_that_takes_an_id_is_called_with_anothers()
    {
        var takers = HandlerCalls.All.Where(c => Asked(c.Handler).Any(IsId)).ToList();

        takers.Where(c => !c.Names).Select(c => c.Handler.Name).Should().BeEmpty("they are told which row");
        takers.Should().HaveCountGreaterThan(20);
    }

    private static IEnumerable<Type> Asked(Type handler) =>
        handler.GetMethods().Where(m => m.Name == "HandleAsync").SelectMany(m => m.GetParameters()).Select(p => p.ParameterType);

    private static bool IsId(Type type) =>
        Ids.Contains(type) || (typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments().Any(a => Ids.Contains(a)));

    private static async Task<HashSet<string>> RowsAsync(TestDb db, GivenMerchant caller)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in context.Model.GetEntityTypes().Where(e => e.GetTableName() is { } name && !Kept.Contains(name)))
        {
            var own = table.FindProperty("MerchantId") is null
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $" WHERE \"MerchantId\" <> {caller.Id}");
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table.GetTableName()}\"{own}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)));
                rows.Add($"{table.GetTableName()} {string.Join('|', values)}");
            }
        }

        return rows;
    }

    // A file that the caller sent is the caller's, although its bytes say nothing of it.
    private static bool IsOwned(string row) => !row.StartsWith("FileContents ", StringComparison.Ordinal);

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(SHA256.HashData(bytes)) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
