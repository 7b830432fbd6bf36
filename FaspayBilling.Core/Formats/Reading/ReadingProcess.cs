using System.Diagnostics;

namespace FaspayBilling.Core.Formats.Reading;

/// <summary>The running reading process and the two pipes to it.</summary>
internal sealed class ReadingProcess : IDisposable
{
    private readonly Process process;
    private readonly Stream requests;
    private readonly Stream answers;

    private ReadingProcess(Process process) =>
        (this.process, requests, answers) = (process, process.StandardInput.BaseStream, process.StandardOutput.BaseStream);

    /// <summary>It ended by itself, or somebody ended it.</summary>
    public bool Ended => process.HasExited;

    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it may not be started.</exception>
    public static ReadingProcess Start(ReadingProgram program)
    {
        var start = new ProcessStartInfo(program.File, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory)!,
        };
        start.Environment.Clear();
        foreach (var (name, value) in program.Environment)
        {
            start.Environment[name] = value;
        }

        return new ReadingProcess(Process.Start(start)!);
    }

    /// <summary>Sends a request and waits for its answer. Cancelling ends the process: nothing else stops what a file does to it.</summary>
    /// <exception cref="IOException">The process ended, or answered what no answer is.</exception>
    public async Task<Frame> AskAsync(Frame request, CancellationToken stop)
    {
        await using var cancelled = stop.UnsafeRegister(state => ((Process)state!).Kill(), process);
        await request.WriteAsync(requests);
        return await Frame.ReadAsync(answers) ?? throw new EndOfStreamException();
    }

    public void Dispose()
    {
        process.Kill();
        requests.Dispose();
        answers.Dispose();
        process.Dispose();
    }
}
