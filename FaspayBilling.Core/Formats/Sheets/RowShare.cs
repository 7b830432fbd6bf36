namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Tells how many of a known number of rows are done, in hundredths.</summary>
public sealed class RowShare(int total, IProgress<double> progress)
{
    private int done;

    /// <summary>One more row.</summary>
    public void Next()
    {
        done++;
        if (done == total || done * 100L / Math.Max(1, total) != (done - 1) * 100L / Math.Max(1, total))
        {
            progress.Report(Math.Min(1, (double)done / Math.Max(1, total)));
        }
    }
}
