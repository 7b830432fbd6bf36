using System.Globalization;
using System.Text;
using FaspayBilling.Core.Formats.Reading;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Reading;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Formats.Reading;

/// <summary>A reader of other people's files over the real process, its patience as a test wants it.</summary>
internal sealed class GivenReader : IDisposable
{
    private const string Mark = "FASPAY_TEST_MARK";
    private readonly string mark = Guid.NewGuid().ToString("N");

    public GivenReader(double fileSeconds = 60, double uploadSeconds = 600, ReadingProgram? program = null)
    {
        var own = program ?? ReadingCommand.Program();
        Program = own with { Environment = new Dictionary<string, string>(own.Environment) { [Mark] = mark } };
        var limits = new ReadingLimits { File = TimeSpan.FromSeconds(fileSeconds), Upload = TimeSpan.FromSeconds(uploadSeconds) };
        Reader = new ForeignReader(Program, limits, Clock, NullLogger<ForeignReader>.Instance);
        Budget = Reader.NewBudget();
    }

    public FakeTimeProvider Clock { get; } = Given.Clock();

    public ReadingProgram Program { get; }

    public ForeignReader Reader { get; }

    public ReadingBudget Budget { get; }

    public Task<ForeignFile> ReadAsync(byte[] pdf, CancellationToken stop = default) => Reader.ReadTextAsync(pdf, Budget, stop);

    /// <summary>The text of a PDF; null when it was not read.</summary>
    public async Task<string?> TextAsync(byte[] pdf) =>
        await ReadAsync(pdf) is { Result: ReadResult.Read } read ? Encoding.UTF8.GetString(read.Bytes) : null;

    /// <summary>Its processes that run, by what they have in their environment (Linux).</summary>
    public IReadOnlyList<int> Processes() =>
    [
        .. Directory.GetDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => name.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture)).Where(id => Variables(id).Contains($"{Mark}={mark}")),
    ];

    public static IReadOnlyList<string> Variables(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Waits until none of them runs any more.</summary>
    public async Task GoneAsync()
    {
        for (var tries = 0; Processes().Count > 0 && tries < 200; tries++)
        {
            await Task.Delay(50);
        }

        Processes().Should().BeEmpty();
    }

    public void Dispose() => Reader.Dispose();
}
