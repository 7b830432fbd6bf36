using System.Diagnostics;
using System.Globalization;
using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Tests.Upkeep;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using Xunit.Sdk;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>
/// A hundred open Billing Lists while eight people write: for a few seconds, or for as many as FASPAY_OPEN_LISTS_SECONDS says.
/// </summary>
public sealed class OpenListsTests : PageTest
{
    private const int People = 8;
    private const int Invoices = 160;
    private const int CountedOfEachAddress = 9;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly string[] Addresses =
    [
        "?size=10", "?size=10&page=2", "?size=25", "?size=25&page=3", "?status=Unpaid&size=10", "?status=PartiallyPaid&size=10",
        "?status=Cancelled&size=10", "?sort=TaxNumber&dir=desc&size=10", "?sort=Outstanding&size=10", "?q=INV&size=10",
    ];

    private static TimeSpan Duration => TimeSpan.FromSeconds(
        int.TryParse(
            Environment.GetEnvironmentVariable("FASPAY_OPEN_LISTS_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : 6);

    [Fact]
    public async Task While_eight_people_write_a_hundred_lists_stay_right_and_none_reads_more_than_once_a_second()
    {
        await Fpy.AvailableNumbersAsync(2026, 100_000);
        var numbers = await InvoicesAsync();
        var counted = await CountedListsAsync();
        var tables = await TablesAsync(Addresses);
        var begun = Stopwatch.GetTimestamp();

        var written = await WriteAsync(numbers, counted);
        var reads = counted.Select(list => list.Instance.Reads).ToList();

        // One when it opened, one for what was heard in the last second, and one for the second that has begun.
        var most = (int)Stopwatch.GetElapsedTime(begun).TotalSeconds + 3;
        written.Should().OnlyContain(writes => writes > 0);
        reads.Should().OnlyContain(count => count <= most);
        reads.Max().Should().BeGreaterThan(2, "what is shown and changes is read again");
        var rows = await RowsAsync();
        foreach (var list in counted)
        {
            await SoonAsync(list, () => list.Instance.Rows.Should().BeSubsetOf(rows, "{0} shows what is", list.Instance.Address));
        }

        var asNew = (await TablesAsync(Addresses)).Select(table => table.RowsOf()).ToList();
        var all = (await TablesAsync(Enumerable.Range(1, 1 + (rows.Count / 100)).Select(page => $"?size=100&page={page}")))
            .SelectMany(table => table.RowsOf()).ToHashSet();
        foreach (var (i, table) in tables.Index())
        {
            await SoonAsync(table, () => ShouldBeRight(table, asNew[i], all));
        }

        (await BrokenRows.SaidAsync(Db)).Should().BeEmpty("kept totals and numbers are what the rows say");
    }

    private async Task<IReadOnlyList<string>> InvoicesAsync()
    {
        var numbers = new List<string>();
        for (var i = 0; i < Invoices; i++)
        {
            var draft = await Fpy.InvoiceAsync(InvoiceStatus.Draft, date: new DateOnly(2026, 11, 1 + (i % 15)));
            (await Db.Get<IssueInvoice>().HandleAsync(Fpy.Finance, draft.Number, default)).Ok.Should().BeTrue();
            numbers.Add(draft.Number);
        }

        return numbers;
    }

    // At least for so long; on a busy machine until each has written and something was read again.
    private async Task<IReadOnlyList<int>> WriteAsync(
        IReadOnlyList<string> numbers, IReadOnlyList<IRenderedComponent<CountedList>> lists)
    {
        var clerks = Enumerable.Range(0, People)
            .Select(person => new BusyClerk(Db, Fpy, [.. numbers.Where((_, i) => i % People == person)], person))
            .ToList();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(clerks.Select(clerk => Task.Run(() => clerk.WorkAsync(IsEnough))));
        return [.. clerks.Select(clerk => clerk.Written)];

        bool IsEnough()
        {
            var gone = Stopwatch.GetElapsedTime(begun);
            return gone >= Duration
                && (gone >= Longest || (clerks.TrueForAll(clerk => clerk.Written > 0) && lists.Any(list => list.Instance.Reads > 2)));
        }
    }

    private async Task<IReadOnlyList<IRenderedComponent<CountedList>>> CountedListsAsync()
    {
        var lists = Enumerable.Range(0, CountedOfEachAddress).SelectMany(_ => Addresses)
            .Select(address => Render<CountedList>(list => list.Add(l => l.Address, $"http://localhost/billings{address}")))
            .ToList();
        foreach (var list in lists)
        {
            await list.WaitForAssertionAsync(() => list.Instance.Reads.Should().Be(1), Patience);
        }

        return lists;
    }

    private async Task<IReadOnlyList<IRenderedComponent<BillingTable>>> TablesAsync(IEnumerable<string> addresses)
    {
        var tables = addresses
            .Select(address => Render<CascadingValue<ListUrl>>(p => p
                .Add(c => c.Value, ListUrl.Of($"http://localhost/billings{address}"))
                .AddChildContent<BillingTable>()))
            .Select(list => list.FindComponent<BillingTable>())
            .ToList();
        foreach (var table in tables)
        {
            await table.WaitForAssertionAsync(() => table.Markup.Should().NotContain("skeleton"), Patience);
        }

        return tables;
    }

    // What it shows is as it is now; where other rows belong there too, it says so.
    private static void ShouldBeRight(IRenderedComponent<BillingTable> table, IReadOnlyList<string> asNew, IReadOnlySet<string> all)
    {
        if (table.Markup.Contains("This page changed elsewhere."))
        {
            table.RowsOf().Should().BeSubsetOf(all);
        }
        else
        {
            table.RowsOf().Should().Equal(asNew);
        }
    }

    // A list that has nothing more to read is not rendered again: it is looked at, not waited for.
    private static async Task SoonAsync<T>(IRenderedComponent<T> page, Action assertion)
        where T : IComponent
    {
        for (var begun = Stopwatch.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(100)))
        {
            try
            {
                await page.InvokeAsync(assertion);
                return;
            }
            catch (Exception wrong) when (wrong is XunitException && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                // The last change was not a second ago.
            }
        }
    }

    private async Task<IReadOnlyList<BillingRow>> RowsAsync()
    {
        var rows = new List<BillingRow>();
        for (var page = 1; ; page++)
        {
            var some = await Db.Get<ListBillings>().HandleAsync(Fpy.Finance, new() { Page = page, Size = 100 }, default);
            rows.AddRange(some.Rows);
            if (page * 100 >= some.Total)
            {
                return rows;
            }
        }
    }
}
