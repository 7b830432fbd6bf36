using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using FaspayBilling.Core.Formats.Pdf;
using Microsoft.Extensions.Caching.Memory;

namespace FaspayBilling.Core.Features.Invoices.Pdf;

/// <summary>
/// The PDFs of invoices, each made once and kept as long as all that it shows stays the same: whoever has a bill's link may ask for its
/// PDF again and again. At most <see cref="MostBytes"/> are kept, those asked for last.
/// </summary>
/// <param name="make">Makes the file from what stands on it.</param>
/// <param name="atOnce">So many are made at once, the others wait.</param>
public sealed class KeptPdfs(Func<InvoicePdfModel, byte[]> make, int atOnce) : IDisposable
{
    /// <summary>64 MB, a thousand files or more.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> inHand = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turns = new(atOnce);

    /// <summary>As the product makes them: by half of the processors, at least one; the others stay for the pages.</summary>
    public static KeptPdfs OfInvoices() => new(InvoicePdf.Of, Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The file's bytes; nobody may change them.</summary>
    /// <param name="invoice">All that stands on it.</param>
    /// <param name="stop">Ends the waiting; the file is made all the same, for whoever else asks.</param>
    public async Task<byte[]> OfAsync(InvoicePdfModel invoice, CancellationToken stop)
    {
        var key = Key(invoice);
        if (kept.Get<byte[]>(key) is { } pdf)
        {
            return pdf;
        }

        var making = inHand.GetOrAdd(key, (each, model) => new Lazy<Task<byte[]>>(() => MakeAsync(each, model)), invoice);
        return await making.Value.WaitAsync(stop);
    }

    /// <summary>The same with its name.</summary>
    public async Task<InvoiceFile> FileAsync(InvoicePdfModel invoice, CancellationToken stop) =>
        new($"{invoice.Number}.pdf", await OfAsync(invoice, stop));

    public void Dispose() => kept.Dispose();

    private async Task<byte[]> MakeAsync(string key, InvoicePdfModel invoice)
    {
        await turns.WaitAsync();
        try
        {
            // It may have become ready after this caller looked for it, and before the caller looked whether somebody is at it.
            if (kept.Get<byte[]>(key) is { } meanwhile)
            {
                return meanwhile;
            }

            var pdf = await Task.Run(() => make(invoice));
            kept.Set(key, pdf, new MemoryCacheEntryOptions { Size = pdf.Length });
            return pdf;
        }
        finally
        {
            inHand.TryRemove(key, out _);
            turns.Release();
        }
    }

    // Made of everything that the PDF shows, whatever is added to it one day: what is kept can never be out of date.
    private static string Key(InvoicePdfModel invoice)
    {
        var logo = invoice.Logo is { } picture ? SHA256.HashData(picture) : null;
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(invoice with { Logo = logo })));
    }
}
