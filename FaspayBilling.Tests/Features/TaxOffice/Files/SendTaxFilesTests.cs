using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class SendTaxFilesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Checked_files_go_to_their_customers_and_turn_from_Waiting_to_Sent(Database database)
    {
        await using var server = new TestMailServer();
        await using var files = await GivenFiles.MakeAsync(database, server.Settings);
        var told = new List<double>();

        var lines = (await SendAsync(files, await IdsAsync(files), new Told(told))).Value;

        lines.Should().HaveCount(3).And.OnlyContain(l => l.Refusal == null);
        told.Should().Equal(1d / 3, 2d / 3, 1);
        (await files.ListAsync(new())).Value.Rows.Should().OnlyContain(r => r.Waiting && r.EmailStatus == TaxFileEmailStatus.ReadyToSend);

        await files.Db.Get<OutboxDelivery>().SendDueAsync(default);

        server.Received.Should().HaveCount(3);
        var mail = server.Received.Single(m => m.Text.Contains("INV-FPY-032600001", StringComparison.Ordinal));
        mail.To.Should().Be("billing@pelanggan.example");
        mail.Subject.Should().Be($"E-Faktur 000-26.12345601 for INV-FPY-032600001 from {files.Fpy.Merchant.Name}");
        var attachment = mail.Attachments.Should().ContainSingle().Subject;
        attachment.Name.Should().Be(Zip.Name("0002612345601"));
        attachment.Bytes.Should().Equal(Zip.Pdf("0002612345601"));
        (await files.ListAsync(new())).Value.Rows
            .Should().OnlyContain(r => !r.Waiting && r.EmailStatus == TaxFileEmailStatus.Sent && r.EmailReason == null);
        (await FilesAsync(files)).Should().OnlyContain(f => f.EmailedAt == files.Db.Clock.GetUtcNow().UtcDateTime);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_that_fails_shows_the_servers_words_and_can_be_sent_again(Database database)
    {
        await using var server = new TestMailServer();
        await using var files = await GivenFiles.MakeAsync(database, server.Settings);
        var first = (await IdsAsync(files))[0];
        server.Answer("RCPT", "550 5.1.1 No such user here");
        await SendAsync(files, [first]);
        await files.Db.Get<OutboxDelivery>().SendDueAsync(default);

        var failed = (await FilesAsync(files)).Single(f => f.Id == first);
        failed.EmailStatus.Should().Be(TaxFileEmailStatus.Failed);
        failed.EmailReason.Should().Contain("5.1.1 No such user here");

        server.Recover();
        (await SendAsync(files, [first])).Value.Single().Refusal.Should().BeNull();
        await files.Db.Get<OutboxDelivery>().SendDueAsync(default);

        (await FilesAsync(files)).Single(f => f.Id == first).EmailStatus.Should().Be(TaxFileEmailStatus.Sent);
    }

    [Fact]
    public async Task A_failed_mail_sent_again_from_the_outbox_turns_the_file_to_Sent_too()
    {
        await using var server = new TestMailServer();
        await using var files = await GivenFiles.MakeAsync(settings: server.Settings);
        var first = (await IdsAsync(files))[0];
        server.Answer("RCPT", "550 5.1.1 No such user here");
        await SendAsync(files, [first]);
        await files.Db.Get<OutboxDelivery>().SendDueAsync(default);
        server.Recover();

        var mail = await files.Db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync());
        await files.Db.Get<ResendMail>().HandleAsync(files.Fpy.Finance, mail.Id, default);
        await files.Db.Get<OutboxDelivery>().SendDueAsync(default);

        (await FilesAsync(files)).Single(f => f.Id == first).EmailStatus.Should().Be(TaxFileEmailStatus.Sent);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_an_address_the_file_is_Failed_and_the_others_go(Database database)
    {
        await using var files = await GivenFiles.MakeAsync(database);
        var ids = await IdsAsync(files);
        var silent = await files.Db.AddAsync(new Customer { MerchantId = files.Fpy.Id, Number = 77, Name = "PT Tanpa Surel" });
        await using (var db = await files.Db.Dbs.CreateDbContextAsync())
        {
            var invoice = files.Invoices[0].Id;
            await db.Set<Core.Domain.Invoices.Invoice>()
                .Where(i => i.Id == invoice)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.CustomerId, silent.Id));
        }

        var lines = (await SendAsync(files, ids)).Value;

        lines.Select(l => l.Refusal?.Code).Should().BeEquivalentTo(["file.no-address", null, null]);
        var failed = (await FilesAsync(files)).Single(f => f.InvoiceId == files.Invoices[0].Id);
        failed.EmailStatus.Should().Be(TaxFileEmailStatus.Failed);
        failed.EmailReason.Should().Contain("no e-mail address");
        (await files.Db.ReadAsync(d => d.Set<OutboxMail>().CountAsync())).Should().Be(2);
    }

    [Fact]
    public async Task A_file_that_waits_is_not_sent_twice()
    {
        await using var files = await GivenFiles.MakeAsync();
        var first = (await IdsAsync(files))[0];
        await SendAsync(files, [first]);

        (await SendAsync(files, [first, first])).Value.Select(l => l.Refusal?.Code).Should().Equal("file.already-waiting");
    }

    [Fact]
    public async Task The_same_dialog_sent_again_writes_no_second_mail_and_answers_the_same()
    {
        await using var files = await GivenFiles.MakeAsync();
        var (ids, sent) = (await IdsAsync(files), files.Fpy.Finance with { Form = new SentForm("one-opened-dialog") });
        await files.Db.Get<SendTaxFiles>().HandleAsync(sent, ids, null, default);

        var again = (await files.Db.Get<SendTaxFiles>().HandleAsync(sent, ids, null, default)).Value;

        again.Should().HaveCount(3).And.OnlyContain(l => l.Refusal == null);
        (await files.Db.ReadAsync(d => d.Set<OutboxMail>().CountAsync())).Should().Be(3);
    }

    [Fact]
    public async Task A_replaced_file_is_not_sent()
    {
        await using var files = await GivenFiles.MakeAsync();
        var old = await files.Db.ReadAsync(d => d.Set<TaxFile>().SingleAsync(f => f.InvoiceId == files.Invoices[0].Id));
        await files.UploadAsync("0002612345601", "newer");

        (await SendAsync(files, [old.Id])).Value.Single().Refusal!.Code.Should().Be("file.was-replaced");
    }

    [Theory]
    [InlineData("AMENDED", "Coretax has 04002600000000001 as AMENDED: it was replaced there. Send the file of its replacement.")]
    [InlineData("CANCELED", "Coretax has 04002600000000001 as CANCELED: its file is not sent any more.")]
    public async Task A_file_is_not_sent_once_the_list_has_its_number_as(string state, string sentence)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04002600000000001", "APPROVED", invoice.Number));
        await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name("04002600000000001"), Zip.Pdf());
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04002600000000001", state, invoice.Number, vat: "0", taxBase: "0"));
        var file = (await db.TaxFilesAsync()).Single();

        var refusal = (await db.Get<SendTaxFiles>().HandleAsync(fpy.Finance, [file.Id], null, default)).Value.Single().Refusal!;

        (refusal.Code, refusal.Message.Sentence()).Should().Be(("file.in-coretax", sentence));
        (await db.ReadAsync(d => d.Set<OutboxMail>().AnyAsync())).Should().BeFalse();
    }

    [Fact]
    public async Task An_unknown_file_is_not_found_and_a_Viewer_sends_nothing()
    {
        await using var files = await GivenFiles.MakeAsync();
        var ids = await IdsAsync(files);

        (await SendAsync(files, [999_999])).Value.Single().Refusal!.Code.Should().Be("file.not-found");
        (await files.Db.Get<SendTaxFiles>().HandleAsync(files.Fpy.Viewer, ids, null, default)).Refusal!.Code.Should().Be("not-allowed");
        (await files.Db.ReadAsync(d => d.Set<OutboxMail>().AnyAsync())).Should().BeFalse();
    }

    [Fact]
    public async Task With_the_module_off_nothing_is_sent()
    {
        await using var files = await GivenFiles.MakeAsync();
        var ids = await IdsAsync(files);
        await using (var db = await files.Db.Dbs.CreateDbContextAsync())
        {
            await db.Set<BillingSettings>().ExecuteUpdateAsync(set => set.SetProperty(s => s.EFakturModule, false));
        }

        (await SendAsync(files, ids)).Refusal!.Code.Should().Be("module.off");
    }

    [Fact]
    public async Task Stop_ends_between_two_files()
    {
        await using var files = await GivenFiles.MakeAsync();
        using var stop = new CancellationTokenSource();

        var lines = await files.Db.Get<SendTaxFiles>()
            .HandleAsync(files.Fpy.Finance, await IdsAsync(files), new Told([], stop.Cancel), stop.Token);

        lines.Value.Should().ContainSingle();
    }

    private static Task<Outcome<IReadOnlyList<TaxFileSending>>> SendAsync(
        GivenFiles files, IReadOnlyList<long> ids, IProgress<double>? progress = null) =>
        files.Db.Get<SendTaxFiles>().HandleAsync(files.Fpy.Finance, ids, progress, default);

    private static async Task<List<long>> IdsAsync(GivenFiles files) => [.. (await FilesAsync(files)).Select(f => f.Id)];

    private static Task<List<TaxFile>> FilesAsync(GivenFiles files) =>
        files.Db.ReadAsync(d => d.Set<TaxFile>().Where(f => f.ReplacedAt == null).OrderBy(f => f.Id).ToListAsync());

    private sealed class Told(List<double> told, Action? then = null) : IProgress<double>
    {
        public void Report(double value)
        {
            told.Add(value);
            then?.Invoke();
        }
    }
}
