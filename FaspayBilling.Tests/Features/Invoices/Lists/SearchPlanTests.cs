using System.Text.Json;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

/// <summary>What the databases say they will do for a search: never read all of a merchant's invoices.</summary>
public sealed partial class SearchPlanTests
{
    private const string OfMerchant = "SELECT * FROM Invoices i WHERE i.MerchantId = 1 AND i.DeletedAt IS NULL ";

    private static readonly string[] Texts =
    [
        "I", "P", "PT ", "IN", "00", "INV", "sinar", "Maju",
        "10005999", "10005", "000-22.1", "zzz", "éz",
    ];

    [Fact]
    public async Task SQLite_reads_hits_or_walks_a_part_of_the_lists_order()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.FillAsync(fpy, "FPY", 6_000);

        foreach (var (asked, command) in await SentAsync(db, fpy))
        {
            (await WalksAsync(db, command)).Should().BeEmpty("{0} sends {1}", asked, command.Text);
        }
    }

    [Theory]
    [InlineData("SELECT * FROM Invoices i WHERE i.CustomerName LIKE '%a%'")]
    [InlineData(OfMerchant + "AND i.Id IN (SELECT rowid FROM InvoiceSearch WHERE InvoiceSearch MATCH 'abc') ORDER BY i.InvoiceDate")]
    [InlineData(OfMerchant + "AND i.CustomerName LIKE 'a%' ESCAPE '\\'")]
    [InlineData("SELECT * FROM (SELECT * FROM Invoices i WHERE i.MerchantId = 1 AND i.DeletedAt IS NULL ORDER BY i.Subject LIMIT 5) s")]
    public async Task The_guard_sees_a_walk_over_the_whole_merchant(string sql)
    {
        await using var db = await TestDb.MakeAsync();

        (await WalksAsync(db, new SqlCommandSent(sql, []))).Should().NotBeEmpty();
    }

    [PostgresFact]
    public async Task PostgreSQL_reads_hits_or_walks_a_part_of_the_lists_order()
    {
        await using var db = await TestDb.MakeAsync(Database.Postgres);
        var fpy = await db.Given.MerchantAsync();
        await db.FillAsync(fpy, "FPY", 6_000);
        var sent = await SentAsync(db, fpy);
        await db.ReadAsync(d => d.Database.ExecuteSqlRawAsync("VACUUM ANALYZE \"Invoices\""));
        await db.ReadAsync(async d =>
        {
            await d.Database.OpenConnectionAsync();
            await d.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
            foreach (var (asked, command) in sent)
            {
                var plan = await command.AskAsync(d.Database.GetDbConnection(), "EXPLAIN (FORMAT JSON)", r => r.GetString(0));
                using var json = JsonDocument.Parse(plan[0]);
                Walks(json.RootElement[0].GetProperty("Plan"), limited: false).Should().BeEmpty("{0} sends {1}", asked, command.Text);
                if (command.Text.Contains("ARRAY(", StringComparison.Ordinal))
                {
                    plan[0].Should().Contain("IX_Invoices_Search", "{0} sends {1}", asked, command.Text);
                }
            }

            return 0;
        });
    }

    private static async Task<List<(BillingQuery Asked, SqlCommandSent Command)>> SentAsync(TestDb db, GivenMerchant fpy)
    {
        var sent = new List<(BillingQuery, SqlCommandSent)>();
        foreach (var text in Texts)
        {
            BillingQuery[] queries =
            [
                .. Enum.GetValues<BillingSort>().Select(s => new BillingQuery { Search = text, Sort = s }),
                new() { Search = text, Page = 7 },
                new() { Search = text, From = new DateOnly(2023, 3, 4), To = new DateOnly(2023, 3, 4), Sort = BillingSort.Total },
                new() { Search = text, Status = Core.Domain.Invoices.InvoiceStatus.Draft, Sort = BillingSort.Customer },
                new() { Search = text, Type = Core.Domain.Invoices.Documents.DocumentType.CreditNote },
            ];
            foreach (var query in queries)
            {
                using var sql = SqlCommands.Watch();
                await db.Get<ListBillings>().HandleAsync(fpy.Viewer, query, default);
                sent.AddRange(sql.Commands.Select(c => (query, c)));
            }
        }

        return sent;
    }

    /// <summary>Lines of the plan that read the whole table, or all of a merchant's rows with no limit that could end it.</summary>
    private static Task<List<string>> WalksAsync(TestDb db, SqlCommandSent command) => db.ReadAsync(async d =>
    {
        await d.Database.OpenConnectionAsync();
        var plan = await command.AskAsync(
            d.Database.GetDbConnection(), "EXPLAIN QUERY PLAN", r => (Id: r.GetInt32(0), Parent: r.GetInt32(1), Line: r.GetString(3)));
        bool IsPart(int parent) => plan.Any(p => p.Id == parent && p.Line.StartsWith("CO-ROUTINE", StringComparison.Ordinal))
            && !plan.Any(p => p.Parent == parent && p.Line.StartsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
        bool IsTable(string line) => WholeTable().Match(line) is { Success: true, Groups: var part }
            && !plan.Any(p => p.Line == $"CO-ROUTINE {part[1].Value}" || p.Line == $"MATERIALIZE {part[1].Value}");
        return plan.Where(p => IsTable(p.Line) || (WholeMerchant().IsMatch(p.Line) && !IsPart(p.Parent))).Select(p => p.Line).ToList();
    });

    private static IEnumerable<string> Walks(JsonElement node, bool limited)
    {
        var type = node.GetProperty("Node Type").GetString()!;
        var ofInvoices = node.TryGetProperty("Relation Name", out var relation) && relation.GetString() == "Invoices";
        var cond = node.TryGetProperty("Index Cond", out var c) ? c.GetString()! : "";
        var whole = !Narrowing().IsMatch(cond);
        if (ofInvoices && (type == "Seq Scan" || (type.StartsWith("Index", StringComparison.Ordinal) && whole && !limited)))
        {
            yield return $"{type} {cond}";
        }

        limited = type == "Limit" || (limited && type is not ("Sort" or "Aggregate"));
        if (node.TryGetProperty("Plans", out var plans))
        {
            foreach (var walk in plans.EnumerateArray().SelectMany(p => Walks(p, limited)).ToList())
            {
                yield return walk;
            }
        }
    }

    [GeneratedRegex(@"^SCAN (Invoices|i\d*)\b")]
    private static partial Regex WholeTable();

    [GeneratedRegex(@"^SEARCH (Invoices|i\d*) USING .*\(MerchantId=\?( AND DeletedAt=\?)?\)$")]
    private static partial Regex WholeMerchant();

    // Anything but whose it is and that it is not deleted.
    [GeneratedRegex("\"(?!MerchantId|DeletedAt)[A-Z]\\w+\"")]
    private static partial Regex Narrowing();
}
