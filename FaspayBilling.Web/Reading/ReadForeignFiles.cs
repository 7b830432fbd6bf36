using FaspayBilling.Core.Formats.Reading;

namespace FaspayBilling.Web.Reading;

/// <summary>The reading process: answers requests on standard output until standard input ends.</summary>
internal static class ReadForeignFiles
{
    public static async Task<int> RunAsync()
    {
        OwnLimits.Take();

        // One waits for input, one reads a file, one goes on: a machine with one processor would make them wait for each other.
        ThreadPool.SetMinThreads(3, 1);
        await using var requests = Console.OpenStandardInput();
        await using var answers = Console.OpenStandardOutput();
        Console.SetOut(TextWriter.Null);
        var next = Frame.ReadAsync(requests);
        while (await next is { } request)
        {
            var answer = Task.Run(() => Answer(request));

            // The next request is awaited meanwhile: input ends when the other process does, and then this one does, whatever it is at.
            next = Frame.ReadAsync(requests);
            if (await Task.WhenAny((Task)answer, next) == next)
            {
                return 0;
            }

            await (await answer).WriteAsync(answers);
        }

        return 0;
    }

    private static Frame Answer(Frame request)
    {
        try
        {
            var read = request.Kind switch
            {
                FrameKind.PdfText => PdfText.Of(request.Bytes),
                FrameKind.Picture => Picture.Redrawn(request.Bytes),
                _ => null,
            };
            return read is { Length: <= Frame.Longest } ? new Frame(FrameKind.Read, read) : new Frame(FrameKind.Unreadable, []);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Damaged files raise whatever the reader did not think of. Out of memory, the process must not go on.
            return new Frame(FrameKind.Unreadable, []);
        }
    }
}
