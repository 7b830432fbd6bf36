using System.Diagnostics;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Formats.Reading;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Formats.Fuzz;

/// <summary>Whatever a stranger sends is read or refused in words that are documented, in time, and leaves nothing behind.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests : IAsyncLifetime
{
    private const int Seed = 20_261_127;
    private const long MostMemory = 64 * 1024 * 1024;
    private const int MoreThreads = 4;

    // Of one file, the reading process's two seconds and its start included.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly GivenReader reading = new(fileSeconds: 2, uploadSeconds: 100_000);
    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public static TheoryData<string> Readers => [.. FuzzedReaders.Names];

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync("FPY", Zip.Merchant);
        await fpy.InvoiceAsync(
            taxNumber: "0002659800154", also: i => i.With((nameof(Invoice.CustomerNpwp), "0914728365072000")));
    }

    public async Task DisposeAsync()
    {
        reading.Dispose();
        if (OperatingSystem.IsLinux())
        {
            await reading.GoneAsync();
        }

        await db.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Whatever_comes_is_read_or_refused_in_time_and_leaves_nothing_behind(string name)
    {
        var reader = new FuzzedReaders(db, fpy, reading).Of(name);
        foreach (var good in reader.Good)
        {
            await TryAsync(reader, good, $"{name}, a good file");
        }

        var (memory, threads) = (GC.GetTotalMemory(forceFullCollection: true), ThreadPool.ThreadCount);
        var began = Stopwatch.GetTimestamp();
        for (var tried = 0; tried < FuzzTime.Least || Stopwatch.GetElapsedTime(began) < FuzzTime.Share; tried++)
        {
            var number = FuzzTime.From + tried;
            await TryAsync(
                reader, Mutation.Of(reader.Good, Seed + number), $"{name}, case {number} (FASPAY_FUZZ_FROM={number} begins with it)");
        }

        await FewThreadsAsync(threads + MoreThreads);
        GC.GetTotalMemory(forceFullCollection: true).Should().BeLessThan(memory + MostMemory);
    }

    [Fact]
    public void The_same_seed_damages_in_the_same_way_and_another_one_in_another()
    {
        byte[][] good = [ForeignSample.Of("windows.zip"), GivenPicture.Png(40, 30)];
        List<string> Files() => [.. Enumerable.Range(0, 200).Select(n => Convert.ToHexString(Mutation.Of(good, n)))];

        Files().Should().Equal(Files());
        Files().Distinct().Count().Should().BeGreaterThan(150);
    }

    private static async Task TryAsync(FuzzedReader reader, byte[] file, string what)
    {
        try
        {
            // A reader that does not come back is left behind, and told.
            var codes = await Task.Run(() => reader.ReadAsync(file)).WaitAsync(Longest);
            codes.Except(reader.Refusals).Should().BeEmpty();
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException($"{what}, {file.Length} bytes: {wrong.Message}", wrong);
        }
    }

    // Threads without work end by themselves after a while; one that is still reading does not.
    private static async Task FewThreadsAsync(int most)
    {
        for (var tries = 0; ThreadPool.ThreadCount > most && tries < 600; tries++)
        {
            await Task.Delay(50);
        }

        ThreadPool.ThreadCount.Should().BeLessThanOrEqualTo(most);
    }
}
