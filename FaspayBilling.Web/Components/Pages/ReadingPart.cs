namespace FaspayBilling.Web.Components.Pages;

/// <summary>
/// A part of a page, such as a dialog, that reads by itself and stops when it is taken away. What it writes is never stopped by that.
/// </summary>
public abstract class ReadingPart : AnsweredComponent, IDisposable
{
    private readonly CancellationTokenSource leaving = new();

    protected ReadingPart() => Stop = leaving.Token;

    /// <summary>Cancelled when it is taken away; what still runs then may ask it, though its source is gone.</summary>
    protected CancellationToken Stop { get; }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads, and again until the database answers or nobody waits for it any more.</summary>
    protected async Task UntilReadAsync(Func<CancellationToken, Task> read)
    {
        try
        {
            await Database.ReadAsync(() => read(Stop), Stop);
        }
        catch (Exception) when (Stop.IsCancellationRequested)
        {
            // It was taken away while it read.
        }
    }
}
