using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Formats.Reading;

/// <summary>
/// Reads what somebody else made, PDFs and pictures, in a process of its own: started when it is needed, one file at a time, in the order
/// of asking, so that uploads take turns file by file. A file that takes too long or breaks the process ends it and nothing else.
/// </summary>
public sealed partial class ForeignReader : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly ReadingProgram program;
    private readonly ReadingLimits limits;
    private readonly ILogger<ForeignReader> log;
    private readonly ITimer idle;
    private ReadingProcess? process;

    public ForeignReader(ReadingProgram program, ReadingLimits limits, TimeProvider clock, ILogger<ForeignReader> log)
    {
        (this.program, this.limits, this.log) = (program, limits, log);
        idle = clock.CreateTimer(_ => EndIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The reading time of one upload; each has its own.</summary>
    public ReadingBudget NewBudget() => new(limits.Upload);

    /// <summary>The text of a PDF's first 20 pages, at most 100,000 characters.</summary>
    /// <param name="pdf">At most 2 MB.</param>
    /// <param name="budget">The upload's; a file that it does not cover is not read.</param>
    /// <param name="stop">Ends the waiting and the reading.</param>
    public Task<ForeignFile> ReadTextAsync(byte[] pdf, ReadingBudget budget, CancellationToken stop) =>
        ReadAsync(new Frame(FrameKind.PdfText, pdf), budget, stop);

    /// <summary>A PNG or JPEG made anew: upright, within 1,000 x 1,000 and 1 MB, in sRGB, with nothing in it but the picture.</summary>
    /// <param name="picture">At most 2 MB, 10,000 points a side and 40 million altogether.</param>
    /// <param name="stop">Ends the waiting and the reading.</param>
    public Task<ForeignFile> RedrawAsync(byte[] picture, CancellationToken stop) =>
        ReadAsync(new Frame(FrameKind.Picture, picture), NewBudget(), stop);

    public void Dispose()
    {
        closing.Cancel();

        // Whoever has the turn was just stopped, and nobody gets it any more.
        turn.Wait();
        End();
        idle.Dispose();
    }

    private async Task<ForeignFile> ReadAsync(Frame request, ReadingBudget budget, CancellationToken stop)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(stop, closing.Token);
        await turn.WaitAsync(stopped.Token);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var time = budget.Left < limits.File ? budget.Left : limits.File;
            return time > TimeSpan.Zero ? await ReadAsync(request, time, stopped.Token) : new ForeignFile(ReadResult.NotInTime, []);
        }
        finally
        {
            budget.Spend(Stopwatch.GetElapsedTime(began));
            idle.Change(limits.Idle, Timeout.InfiniteTimeSpan);
            turn.Release();
        }
    }

    private async Task<ForeignFile> ReadAsync(Frame request, TimeSpan time, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(time);
        try
        {
            var answer = await Running().AskAsync(request, patience.Token);
            return answer.Kind == FrameKind.Read ? new(ReadResult.Read, answer.Bytes) : new(ReadResult.Unreadable, []);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            End();
            stop.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested)
            {
                LogSlow(time);
                return new ForeignFile(ReadResult.NotInTime, []);
            }

            LogBroken();
            return new ForeignFile(ReadResult.Unreadable, []);
        }
        catch (Win32Exception missing)
        {
            LogMissing(missing, program.File);
            return new ForeignFile(ReadResult.NotInTime, []);
        }
        finally
        {
            // The answer may have come in the moment in which the process was ended.
            if (patience.IsCancellationRequested)
            {
                End();
            }
        }
    }

    private ReadingProcess Running()
    {
        if (process?.Ended == true)
        {
            End();
        }

        return process ??= ReadingProcess.Start(program);
    }

    private void End()
    {
        process?.Dispose();
        process = null;
    }

    private void EndIdle()
    {
        if (turn.Wait(0))
        {
            End();
            turn.Release();
        }
    }

    [LoggerMessage(1101, LogLevel.Warning, "A file of somebody else was not read within {Time}; the reading process was ended")]
    private partial void LogSlow(TimeSpan time);

    [LoggerMessage(1102, LogLevel.Warning, "A file of somebody else broke the reading process; the next one starts it again")]
    private partial void LogBroken();

    [LoggerMessage(1103, LogLevel.Error, "The reading process {Program} does not start; files of others stay unread")]
    private partial void LogMissing(Exception missing, string program);
}
