using System.Diagnostics;
using FaspayBilling.Core.Formats.Reading;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Formats.Reading;

/// <summary>The process that reads other people's files, as it is really started.</summary>
[Collection(nameof(Alone))]
public sealed class ForeignReaderTests
{
    private const string Number = "04002600000000001";
    private static readonly byte[] Good = CoretaxPdf.Of(CoretaxPdf.Lines(Number, "INV-FPY-112600001"));

    [Fact]
    public async Task A_file_that_only_its_owner_protects_is_read_and_a_locked_one_is_not()
    {
        using var reading = new GivenReader();

        (await reading.TextAsync(ForeignSample.Of("owner-protected.pdf"))).Should().Be(await reading.TextAsync(Good)).And.Contain(Number);
        (await reading.ReadAsync(ForeignSample.Of("locked.pdf"))).Result.Should().Be(ReadResult.Unreadable);
    }

    [Theory]
    [InlineData("loop", ReadResult.Unreadable)]
    [InlineData("chain", ReadResult.NotInTime)]
    [InlineData("ranges", null)]
    [InlineData("letters", null)]
    public async Task A_hostile_file_ends_nothing_but_itself(string what, ReadResult? expected)
    {
        using var reading = new GivenReader(fileSeconds: 2);
        var hostile = what switch
        {
            "loop" => HostilePdf.Loop(),
            "chain" => HostilePdf.Chain(),
            "ranges" => HostilePdf.Ranges(),
            _ => HostilePdf.Letters(20_000_000),
        };
        var began = Stopwatch.GetTimestamp();

        var read = await reading.ReadAsync(hostile);

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(5));
        read.Bytes.Length.Should().BeLessThan(100);
        read.Result.Should().Be(expected ?? read.Result);
        (await reading.TextAsync(Good)).Should().Contain(Number);
    }

    [Fact]
    public async Task Of_a_long_file_only_so_much_is_answered()
    {
        using var reading = new GivenReader();

        (await reading.TextAsync(HostilePdf.Letters(150_000)))!.Length.Should().BeInRange(99_000, 100_000);
        (await reading.TextAsync(HostilePdf.Blanks(90_000)))!.Length.Should().BeLessThan(50);
    }

    [LinuxFact]
    public async Task It_starts_with_the_first_file_is_used_again_and_ends_after_a_minute_without_work()
    {
        using var reading = new GivenReader();
        reading.Processes().Should().BeEmpty();

        await reading.ReadAsync(Good);
        var first = reading.Processes();
        reading.Clock.Advance(TimeSpan.FromSeconds(50));
        await reading.ReadAsync(Good);
        reading.Clock.Advance(TimeSpan.FromSeconds(50));

        reading.Processes().Should().Equal(first).And.ContainSingle();
        reading.Clock.Advance(TimeSpan.FromSeconds(10));
        await reading.GoneAsync();
        (await reading.TextAsync(Good)).Should().Contain(Number);
    }

    [LinuxFact]
    public async Task It_ends_with_the_program_even_in_the_middle_of_a_file()
    {
        var reading = new GivenReader();
        var read = reading.ReadAsync(HostilePdf.Chain());
        await BusyAsync(reading);

        reading.Dispose();

        await read.Invoking(r => r).Should().ThrowAsync<OperationCanceledException>();
        await reading.GoneAsync();
        await reading.Invoking(r => r.ReadAsync(Good)).Should().ThrowAsync<OperationCanceledException>();
    }

    [LinuxFact]
    public async Task A_cancelled_file_ends_it_and_the_next_one_is_read()
    {
        using var reading = new GivenReader();
        using var stop = new CancellationTokenSource();
        var read = reading.ReadAsync(HostilePdf.Chain(), stop.Token);
        await BusyAsync(reading);

        await stop.CancelAsync();

        await read.Invoking(r => r).Should().ThrowAsync<OperationCanceledException>();
        await reading.GoneAsync();
        (await reading.TextAsync(Good)).Should().Contain(Number);
    }

    [Fact]
    public async Task It_ends_when_its_input_does_whatever_it_is_at()
    {
        using var reading = new GivenReader();
        var start = new ProcessStartInfo(reading.Program.File, reading.Program.Arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await new Frame(FrameKind.PdfText, HostilePdf.Chain()).WriteAsync(process.StandardInput.BaseStream);
        await Task.Delay(500);

        process.StandardInput.Close();

        var ended = process.WaitForExit(TimeSpan.FromSeconds(10));
        process.Kill();
        ended.Should().BeTrue();
    }

    [LinuxFact]
    public async Task Its_environment_holds_nothing_of_the_programs()
    {
        const string Secret = "FASPAY_TEST_PASSWORD";
        Environment.SetEnvironmentVariable(Secret, "hunter2");
        using var reading = new GivenReader();
        await reading.ReadAsync(Good);

        var variables = GivenReader.Variables(reading.Processes().Single());

        Environment.SetEnvironmentVariable(Secret, null);
        variables.Select(v => v.Split('=')[0]).Where(name => !name.StartsWith("DOTNET_", StringComparison.Ordinal))
            .Should().BeSubsetOf(["LD_LIBRARY_PATH", "FASPAY_TEST_MARK"]);
    }

    [LinuxFact]
    public async Task It_has_a_ceiling_of_memory_and_stands_behind_the_program()
    {
        using var reading = new GivenReader();
        await reading.ReadAsync(Good);
        var process = reading.Processes().Single();

        var limits = await File.ReadAllLinesAsync($"/proc/{process}/limits");

        limits.Single(l => l.StartsWith("Max address space", StringComparison.Ordinal)).Should().NotContain("unlimited");
        using var running = Process.GetProcessById(process);
        running.PriorityClass.Should().Be(ProcessPriorityClass.BelowNormal);
    }

    [Fact]
    public async Task Uploads_take_turns_file_by_file()
    {
        using var reading = new GivenReader(fileSeconds: 1);
        var done = new List<string>();

        async Task ReadAsync(string name, byte[] file)
        {
            await reading.ReadAsync(file);
            done.Add(name);
        }

        async Task HostileAsync()
        {
            await ReadAsync("hostile 1", HostilePdf.Chain());
            await ReadAsync("hostile 2", HostilePdf.Chain());
        }

        await Task.WhenAll(HostileAsync(), ReadAsync("good", Good));

        done.Should().Equal("hostile 1", "good", "hostile 2");
    }

    [Fact]
    public async Task An_upload_has_only_so_much_time_and_another_one_its_own()
    {
        using var reading = new GivenReader(fileSeconds: 1, uploadSeconds: 1);
        (await reading.ReadAsync(HostilePdf.Chain())).Result.Should().Be(ReadResult.NotInTime);

        (await reading.ReadAsync(Good)).Result.Should().Be(ReadResult.NotInTime);
        (await reading.Reader.ReadTextAsync(Good, reading.Reader.NewBudget(), default)).Result.Should().Be(ReadResult.Read);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_nobodys_fault()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), "no-such-program");
        using var reading = new GivenReader(program: new ReadingProgram(nowhere, [], new Dictionary<string, string>()));

        (await reading.ReadAsync(Good)).Result.Should().Be(ReadResult.NotInTime);
    }

    [LinuxFact]
    public async Task An_answer_longer_than_any_may_be_is_not_waited_for()
    {
        const string Liar = "printf '\\003\\377\\377\\377\\177'; cat >/dev/null";
        var path = new Dictionary<string, string> { ["PATH"] = "/bin:/usr/bin" };
        using var reading = new GivenReader(program: new ReadingProgram("/bin/sh", ["-c", Liar], path));
        var before = GC.GetTotalAllocatedBytes();

        (await reading.ReadAsync(Good)).Result.Should().Be(ReadResult.Unreadable);

        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(Frame.Longest);
    }

    // Started, and far enough to be at the file.
    private static async Task BusyAsync(GivenReader reading)
    {
        while (reading.Processes().Count == 0)
        {
            await Task.Delay(20);
        }

        await Task.Delay(300);
    }
}
