using System.Diagnostics;
using System.Security.Cryptography;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Storms;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Long;

/// <summary>
/// A SQLite database of many gigabytes, as FASPAY_LONG_GIGABYTES says: files kept with invoices. It stays in FASPAY_LONG_FOLDER and the
/// next time is filled on from there; beside it a backup and what is restored of it need as much room again, each.
/// </summary>
public sealed class LargeFileTests
{
    private const string Form = "A SQLite database of files";
    private const string Code = "FPY";
    private const int Invoices = 1_000;
    private const int Piece = 20;
    private const int Readings = 50;
    private const double Giga = 1e9;

    // Far above what a list takes, and far below what reading all files would.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    private readonly string folder = Directory.CreateDirectory(LongSettings.Folder).FullName;

    private string Database => Path.Combine(folder, "faspay.db");

    private string Backup => Path.Combine(folder, "backup.db");

    private string Restored => Path.Combine(folder, "restored.db");

    [LongFact(LongSettings.Gigabytes)]
    public async Task Of_many_gigabytes_it_starts_is_listed_and_searched_as_quickly_and_is_checked_backed_up_and_restored()
    {
        var settings = Settings(Database);
        using var program = new NodeProcess(folder, settings);
        await program.StartAsync();
        (await program.StopAsync()).Should().Be(0, "{0}", program.Log);
        await using (var db = Open(settings))
        {
            var merchant = await MerchantAsync(db);
            await FillAsync(db, merchant, LongSettings.NumberOf(LongSettings.Gigabytes) * Giga);
            LongFigures.Note(Form, "size", $"{new FileInfo(Database).Length / Giga:N2} GB");
            LongFigures.Note(Form, "files", $"{await db.ReadAsync(d => d.Set<FileContent>().CountAsync()):N0}");
            await ReadAsync(db, merchant);
        }

        SqliteConnection.ClearAllPools();
        await StartAsync(program);
        LongFigures.Note(Form, "check", (await MeasuredRun.OfAsync(folder, settings, "check")).Words);
        Clear();
        LongFigures.Note(Form, "backup", (await MeasuredRun.OfAsync(folder, settings, "backup", Backup)).Words);
        LongFigures.Note(Form, "restore", (await MeasuredRun.OfAsync(folder, Settings(Restored), "restore", Backup)).Words);
        new FileInfo(Restored).Length.Should().BeGreaterThan((long)(new FileInfo(Database).Length * 0.9));
        Clear();
    }

    private static async Task StartAsync(NodeProcess program)
    {
        var begun = Stopwatch.GetTimestamp();
        await program.StartAsync();
        LongFigures.Note(Form, "start until it is ready", $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:N1} s");
        using var running = Process.GetProcessById(program.Id);
        LongFigures.Note(Form, "memory after the start, at most", $"{MeasuredRun.PeakOf(running):N0} MiB");
        (await program.StopAsync()).Should().Be(0, "{0}", program.Log);
    }

    private static async Task ReadAsync(TestDb db, GivenMerchant merchant)
    {
        var number = await db.ReadAsync(d => d.Set<Invoice>().OrderBy(i => i.Id).Select(i => i.Number).FirstAsync());
        var list = db.Get<ListBillings>();
        await TimeAsync("list page", async () => (await list.HandleAsync(merchant.Viewer, new(), default)).Rows.Count);
        await TimeAsync("search", async () => (await list.HandleAsync(merchant.Viewer, new() { Search = number }, default)).Rows.Count);
        var files = db.Get<ListAttachments>();
        await TimeAsync("files of an invoice", async () => (await files.HandleAsync(merchant.Viewer, number, default)).Value.Count);
    }

    private static async Task TimeAsync(string what, Func<Task<int>> read)
    {
        (await read()).Should().BePositive();
        var took = new List<TimeSpan>();
        for (var i = 0; i < Readings; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await read();
            took.Add(Stopwatch.GetElapsedTime(begun));
        }

        took.Sort();
        var (median, slowest) = (took[Readings / 2], took[^1]);
        LongFigures.Note(Form, what, $"{median.TotalMilliseconds:N1} ms, at most {slowest.TotalMilliseconds:N0}");
        median.Should().BeLessThan(Quick, "{0}", what);
    }

    private static async Task<GivenMerchant> MerchantAsync(TestDb db)
    {
        if (await db.ReadAsync(d => d.Set<Merchant>().SingleOrDefaultAsync(m => m.Code == Code)) is { } there)
        {
            return new GivenMerchant(db, there);
        }

        var made = await db.ExporterAsync(Code, TaxChannel.Desktop);
        await StormInvoices.IssuedAsync(db, made, Invoices);

        // Else the next start would be measured while it sends a thousand mails.
        var now = db.Clock.Now();
        await db.ReadAsync(d => d.Set<OutboxMail>().ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, now)));
        return made;
    }

    // What an earlier time left that was broken off, and what this one leaves.
    private void Clear()
    {
        string[] left = [.. Directory.GetFiles(folder, "backup.db*"), .. Directory.GetFiles(folder, "restored.db*")];
        Array.ForEach(left, File.Delete);
    }

    private async Task FillAsync(TestDb db, GivenMerchant merchant, double bytes)
    {
        var invoices = await db.ReadAsync(d => d.Set<Invoice>().OrderBy(i => i.Id).Select(i => i.Id).ToListAsync());
        for (var piece = 0; new FileInfo(Database).Length < bytes; piece++)
        {
            await using var rows = await db.Dbs.CreateDbContextAsync();
            var contents = Enumerable.Range(0, Piece).Select(_ => Content()).ToList();
            rows.AddRange(contents);
            await rows.SaveChangesAsync();
            rows.AddRange(contents.Select((content, i) => new Attachment
            {
                MerchantId = merchant.Id,
                InvoiceId = invoices[((piece * Piece) + i) % invoices.Count],
                Type = AttachmentType.Supporting,
                FileName = "contract.pdf",
                ContentType = "application/pdf",
                Size = content.Bytes.Length,
                ContentId = content.Id,
                UploadedAt = db.Clock.Now(),
                UploadedBy = "Fina Finance",
            }));
            await rows.SaveChangesAsync();
        }
    }

    private static FileContent Content()
    {
        var bytes = RandomNumberGenerator.GetBytes(DocumentFileInput.MostBytes);
        "%PDF-1.4"u8.CopyTo(bytes);
        return new FileContent { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Bytes = bytes };
    }

    private static TestDb Open(Dictionary<string, string> settings) =>
        TestDb.Open(settings.ToDictionary(s => s.Key, s => (string?)s.Value), new(TimeProvider.System.GetUtcNow()));

    private Dictionary<string, string> Settings(string database) => new(StringComparer.Ordinal)
    {
        ["Database:Path"] = database,
        ["Database:Create"] = "true",
        ["DataProtection:KeyFile"] = Path.Combine(folder, "faspay.key"),
    };
}
