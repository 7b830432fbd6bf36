using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Core.Formats.Pdf;
using FaspayBilling.Tests.Formats.Pdf;

namespace FaspayBilling.Tests.Features.Invoices.Pdf;

public sealed class KeptPdfsTests
{
    private int made;

    /// <summary>All that stands on a PDF; what is added to it one day is tried too.</summary>
    public static TheoryData<string> Shown => [.. typeof(InvoicePdfModel).GetProperties().Where(p => p.CanWrite).Select(p => p.Name)];

    private static InvoicePdfModel Full => GivenDocument.Taxed() with
    {
        Logo = GivenDocument.Png,
        TaxDay = new(2026, 11, 16),
        RefersTo = "INV-FPY-112600041",
        CoretaxNumber = "04002600000000042",
        EffectiveVatRate = 1.1m,
    };

    [Fact]
    public async Task What_was_made_is_not_made_again()
    {
        using var pdfs = new KeptPdfs(Make, atOnce: 1);

        var first = await pdfs.OfAsync(Full, default);
        var second = await pdfs.FileAsync(Full, default);

        second.Bytes.Should().BeSameAs(first);
        second.FileName.Should().Be("INV-FPY-112600042.pdf");
        made.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task Whatever_on_it_changes_another_one_is_made(string what)
    {
        using var pdfs = new KeptPdfs(Make, atOnce: 1);
        await pdfs.OfAsync(Full, default);

        await pdfs.OfAsync(Changed(what), default);

        made.Should().Be(2);
    }

    [Fact]
    public async Task Twelve_who_ask_at_once_get_the_one_that_is_made()
    {
        using var begin = new ManualResetEventSlim();
        using var pdfs = new KeptPdfs(
            invoice =>
            {
                begin.Wait();
                return Make(invoice);
            },
            atOnce: 12);

        var asked = Enumerable.Range(0, 12).Select(_ => pdfs.OfAsync(Full, default)).ToList();
        begin.Set();
        var files = await Task.WhenAll(asked);

        files.Should().OnlyContain(file => ReferenceEquals(file, files[0]));
        made.Should().Be(1);
    }

    [Fact]
    public async Task No_more_are_made_at_once_than_may_be()
    {
        var (now, most) = (0, 0);
        using var pdfs = new KeptPdfs(
            _ =>
            {
                var count = Interlocked.Increment(ref now);

                // As long as it takes for one too many to begin, if any does.
                SpinWait.SpinUntil(() => Volatile.Read(ref now) > 1, TimeSpan.FromMilliseconds(20));
                most = Math.Max(most, Math.Max(count, Volatile.Read(ref now)));
                Interlocked.Decrement(ref now);
                return [1];
            },
            atOnce: 1);

        await Task.WhenAll(Enumerable.Range(1, 12).Select(lines => pdfs.OfAsync(GivenDocument.Long(lines), default)));

        most.Should().Be(1);
    }

    [Fact]
    public async Task Only_so_much_is_kept()
    {
        var quarter = new byte[KeptPdfs.MostBytes / 4];
        using var pdfs = new KeptPdfs(
            _ =>
            {
                made++;
                return quarter;
            },
            atOnce: 1);

        foreach (var lines in Enumerable.Range(1, 12).Concat(Enumerable.Range(1, 12)))
        {
            await pdfs.OfAsync(GivenDocument.Long(lines), default);
        }

        made.Should().BeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public async Task Who_goes_away_meanwhile_takes_it_from_nobody_else()
    {
        using var begin = new ManualResetEventSlim();
        using var gone = new CancellationTokenSource();
        using var pdfs = new KeptPdfs(
            invoice =>
            {
                begin.Wait();
                return Make(invoice);
            },
            atOnce: 1);
        var left = pdfs.OfAsync(Full, gone.Token);
        var stayed = pdfs.OfAsync(Full, default);

        await gone.CancelAsync();
        begin.Set();

        await left.Invoking(l => l).Should().ThrowAsync<OperationCanceledException>();
        (await stayed).Should().BeSameAs(await pdfs.OfAsync(Full, default));
        made.Should().Be(1);
    }

    [Fact]
    public async Task One_that_could_not_be_made_is_tried_again()
    {
        using var pdfs = new KeptPdfs(invoice => made++ == 0 ? throw new InvalidOperationException("once") : Make(invoice), atOnce: 1);

        await pdfs.Invoking(p => p.OfAsync(Full, default)).Should().ThrowAsync<InvalidOperationException>();

        (await pdfs.OfAsync(Full, default)).Should().NotBeEmpty();
    }

    private byte[] Make(InvoicePdfModel invoice)
    {
        Interlocked.Increment(ref made);
        return [.. System.Text.Encoding.UTF8.GetBytes(invoice.Number)];
    }

    private static InvoicePdfModel Changed(string what)
    {
        var changed = Full with { };
        var property = typeof(InvoicePdfModel).GetProperty(what)!;
        property.SetValue(changed, Other(property.GetValue(changed)));
        return changed;
    }

    private static object Other(object? value) => value switch
    {
        string text => text + "x",
        bool on => !on,
        decimal amount => amount + 1,
        DateOnly day => day.AddDays(1),
        DateTime instant => instant.AddSeconds(1),
        byte[] picture => picture.Append((byte)0).ToArray(),
        Language => Language.Indonesian,
        InvoiceTitle => InvoiceTitle.CreditNote,
        DocumentParty party => party with { Address = "elsewhere" },
        IReadOnlyList<DocumentLine> lines => lines.Take(1).ToList(),
        _ => throw new NotSupportedException($"Another {value} is not known here."),
    };
}
