using System.Diagnostics;
using FaspayBilling.Bench.Limit;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Core.Features.Invoices.Lists;

namespace FaspayBilling.Bench.Rows.InProcess;

/// <summary>The Billing List of all rows as a workbook, against the raw writer; and how far memory rises meanwhile.</summary>
internal sealed class XlsxRow : Row
{
    public override string Name => "xlsx";

    public override IReadOnlyList<int> Sizes => [100_000, 1_000_000];

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        await using var product = await Product.OpenAsync(stage);
        var download = product.Get<DownloadBillings>();
        var (raw, ours, rise) = (new Figures(), new Figures(), new List<double>());
        await ProductAsync();
        for (var round = 0; round < stage.Options.Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            RawSheet.Write(product.Database, product.Actor.MerchantId, new Counted());
            raw.Add("rows", "1/s", stage.Invoices / Stopwatch.GetElapsedTime(start).TotalSeconds);
            GC.Collect();
            var before = Environment.WorkingSet;
            start = Stopwatch.GetTimestamp();
            var to = await ProductAsync();
            ours.Add("rows", "1/s", stage.Invoices / Stopwatch.GetElapsedTime(start).TotalSeconds);
            ours.Add("first byte", "ms", Stopwatch.GetElapsedTime(start, to.First).TotalMilliseconds);
            rise.Add((Environment.WorkingSet - before) / 1048576d);
        }

        return
        [
            new($"XLSX of {stage.Size}: rows", "1/s", ours["rows"]!.Values, "raw", raw["rows"]!.Values, "ratio >= 0.4"),
            new($"XLSX of {stage.Size}: first byte", "ms", ours["first byte"]!.Values, Must: "<= 50"),
            new($"XLSX of {stage.Size}: RSS grows by", "MiB", rise, Must: "<= 32"),
        ];

        async Task<Counted> ProductAsync()
        {
            var to = new Counted();
            await download.HandleAsync(product.Actor, new BillingQuery(), to, new Progress<double>(), CancellationToken.None);
            return to;
        }
    }

    /// <summary>Throws away what is written, and knows when the first byte came.</summary>
    private sealed class Counted : Stream
    {
        private long written;

        public long First { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => written;

        public override long Position
        {
            get => written;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (First == 0)
            {
                First = Stopwatch.GetTimestamp();
            }

            written += count;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
