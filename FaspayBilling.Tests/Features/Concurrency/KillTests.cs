using System.Diagnostics;
using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Concurrency;

public sealed class KillTests
{
    private static readonly string[] Steps = ["took", "cancelled", "gave"];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_kill_loses_nothing_that_was_told_and_leaves_no_number_both_used_and_available(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 100);
        var numbers = new List<string>();
        for (var i = 0; i < 80; i++) numbers.Add((await fpy.InvoiceAsync()).Number);
        var told = numbers.ToDictionary(n => n, _ => 0);

        foreach (var linesBeforeTheKill in new[] { 5, 40, 70 })
        {
            await RunAndKillAsync(db, fpy, numbers, linesBeforeTheKill, told);

            (await NumberBook.ReadAsync(db, fpy.Id)).ShouldBalance();
            var stored = await db.ReadAsync(d => d.Set<Invoice>().ToDictionaryAsync(i => i.Number));
            told.Where(t => Reached(stored[t.Key]) < t.Value).Should().BeEmpty("what was told is stored");
        }

        told.Values.Sum().Should().BeGreaterThanOrEqualTo(115);
    }

    private static int Reached(Invoice invoice) => (invoice.Status, invoice.TaxNumber) switch
    {
        (InvoiceStatus.Cancelled, null) => 3,
        (InvoiceStatus.Cancelled, _) => 2,
        (_, null) => 0,
        _ => 1,
    };

    private static async Task RunAndKillAsync(TestDb db, GivenMerchant fpy, List<string> numbers, int lines, Dictionary<string, int> told)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true
        };
        start.ArgumentList.Add(typeof(Victim).Assembly.Location);
        foreach (var (key, value) in db.Settings) start.ArgumentList.Add($"{key}={value}");
        start.ArgumentList.Add($"{Victim.MerchantKey}={fpy.Id.ToString(CultureInfo.InvariantCulture)}");
        start.ArgumentList.Add($"{Victim.InvoicesKey}={string.Join(',', numbers)}");
        using var victim = Process.Start(start)!;
        try
        {
            for (var i = 0; i < lines && await victim.StandardOutput.ReadLineAsync() is { } line; i++) Note(told, line);
        }
        finally
        {
            victim.Kill();
        }

        // What it said before it died counts as told, too.
        while (await victim.StandardOutput.ReadLineAsync() is { } line) Note(told, line);
        await victim.WaitForExitAsync();
    }

    private static void Note(Dictionary<string, int> told, string line)
    {
        var words = line.Split(' ');
        if (words.Length == 2 && Steps.Contains(words[1])) told[words[0]] = Array.IndexOf(Steps, words[1]) + 1;
    }
}
