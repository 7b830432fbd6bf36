using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Mailing;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using FaspayBilling.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Mailing;

public sealed class InvoiceMailingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_mail_leaves_with_the_invoice_as_pdf_and_the_documents_for_the_customer(Database database)
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(database, extra: server.Settings);
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync();
        await DocumentAsync(db, invoice, "Delivery note.pdf", forCustomer: true);
        await DocumentAsync(db, invoice, "Our own calculation.pdf", forCustomer: false);

        (await MailAsync(db, fpy, invoice)).Should().BeNull();
        await db.Get<OutboxDelivery>().SendDueAsync(default);

        var mail = server.Received.Should().ContainSingle().Subject;
        mail.To.Should().Be("billing@pelanggan.example");
        mail.Subject.Should().Be($"Invoice {invoice.Number} from {fpy.Merchant.Name}: Services");
        mail.Text.Should().Contain("Amount due: Rp 1.110.000").And.Contain("Pay Here");
        mail.Attachments.Select(a => (a.Name, a.ContentType))
            .Should().Equal(($"{invoice.Number}.pdf", "application/pdf"), ("Delivery note.pdf", "application/pdf"));
        PdfText.Pages(mail.Attachments[0].Bytes).Should().Be(1);
        mail.Attachments[1].Bytes.Should().Equal(1, 2, 3);
        var stored = await StoredAsync(db, invoice);
        stored.BillKey.Should().HaveLength(PublicLinkKey.Length).And.MatchRegex("^[A-Za-z0-9_-]+$");
        stored.MailedAt.Should().Be(db.Clock.GetUtcNow().UtcDateTime);
        mail.Text.Should().Contain($"/bill/{stored.BillKey}");
        mail.Html.Should().Contain($"/bill/{stored.BillKey}\"");
        (await HistoryAsync(db, invoice))
            .Should().Contain("Mail to billing@pelanggan.example with 1 document").And
            .Contain("The mail server took the mail to billing@pelanggan.example");
    }

    [PopplerFact]
    public async Task The_pdf_says_what_the_invoice_says_when_the_mail_leaves()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync(taxNumber: "000-26.00000042");

        await MailAsync(db, fpy, invoice);
        await db.Get<OutboxDelivery>().SendDueAsync(default);

        var text = await PdfText.OfAsync(server.Received.Single().Attachments.Single().Bytes);
        text.Should().Contain(invoice.Number).And
            .Contain("PT Pelanggan Setia").And
            .Contain("040.000-26.00000042").And
            .Contain("Total Rp 1.110.000");
    }

    [Fact]
    public async Task A_mail_sent_again_keeps_the_bills_address()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync();
        await MailAsync(db, fpy, invoice);
        var first = (await StoredAsync(db, invoice)).BillKey;

        await MailAsync(db, fpy, invoice);

        (await StoredAsync(db, invoice)).BillKey.Should().Be(first);
        (await db.ReadAsync(d => d.Set<OutboxMail>().CountAsync(m => m.InvoiceId == invoice.Id))).Should().Be(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_an_address_no_mail_is_written_and_somebody_is_told(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync();
        await using (var context = await db.Dbs.CreateDbContextAsync())
        {
            await context.Set<Customer>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, ""));
        }

        (await MailAsync(db, fpy, invoice)).Should().Contain("no e-mail address");

        (await db.ReadAsync(d => d.Set<OutboxMail>().AnyAsync())).Should().BeFalse();
        var stored = await StoredAsync(db, invoice);
        stored.BillKey.Should().NotBeNull();
        stored.MailedAt.Should().BeNull();
        (await HistoryAsync(db, invoice)).Should().Contain("No mail: the customer has no e-mail address");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_subject_that_is_cut_ends_with_a_whole_letter(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync();
        var (name, letters) = (new string('x', 200), string.Concat(Enumerable.Repeat("🧾", 99)));
        foreach (var about in new[] { letters, $"x{letters}" })
        {
            await using var context = await db.Dbs.CreateDbContextAsync();
            await context.Set<Merchant>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, name));
            await context.Set<Invoice>().ExecuteUpdateAsync(set => set.SetProperty(i => i.Subject, about));
            (await MailAsync(db, fpy, invoice)).Should().BeNull();
        }

        (await db.ReadAsync(d => d.Set<OutboxMail>().Select(m => m.Subject).ToListAsync()))
            .Should().HaveCount(2).And.OnlyContain(s => s.EndsWith("🧾…", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_address_shows_with_the_servers_words()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync();
        server.Answer("RCPT", "550 5.1.1 No such user here");

        await MailAsync(db, fpy, invoice);
        await db.Get<OutboxDelivery>().SendDueAsync(default);

        (await HistoryAsync(db, invoice))
            .Should().Contain(h => h.StartsWith("The mail to billing@pelanggan.example failed") && h.Contains("5.1.1 No such user here"));
        (await db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync())).State.Should().Be(MailState.Failed);
    }

    [Fact]
    public async Task An_invoice_that_was_deleted_meanwhile_is_not_mailed()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Proforma);
        await MailAsync(db, fpy, invoice);
        await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);

        await db.Get<OutboxDelivery>().SendDueAsync(default);

        server.Received.Should().BeEmpty();
        var mail = await db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync());
        mail.State.Should().Be(MailState.Withdrawn);
    }

    [Theory]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("bill\r\nBcc: thief@example.com.pdf", "bill Bcc_ thief@example.com.pdf")]
    [InlineData("a\"; filename=\"evil.exe", "a__ filename=_evil.exe")]
    [InlineData("surat jalan № 7 – résumé.pdf", "surat jalan № 7 – résumé.pdf")]
    [InlineData(" . ", "file")]
    public async Task A_files_name_never_becomes_more_than_a_name(string name, string sent)
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync();
        await DocumentAsync(db, invoice, name, forCustomer: true);

        await MailAsync(db, fpy, invoice);
        await db.Get<OutboxDelivery>().SendDueAsync(default);

        var mail = server.Received.Single();
        mail.Attachments[1].Name.Should().Be(sent.TrimStart('.'));
        mail.Raw.Should().NotContain("\r\nBcc:");
    }

    [Fact]
    public async Task Documents_beyond_what_a_mail_carries_stay_on_the_bill_page()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync();
        for (var i = 0; i < 3; i++)
        {
            await DocumentAsync(db, invoice, $"{i}.pdf", forCustomer: true, size: InvoiceMailing.MostAttached / 2);
        }

        await MailAsync(db, fpy, invoice);

        (await db.ReadAsync(d => d.Set<MailAttachment>().Select(a => a.FileName).ToListAsync()))
            .Should().Equal($"{invoice.Number}.pdf", "0.pdf", "1.pdf");
    }

    private static async Task<string?> MailAsync(TestDb db, GivenMerchant merchant, Invoice invoice)
    {
        var outcome = await db.Write.RunAsync<string>(
            merchant.Finance,
            new(HistorySubject.Invoice, "invoice.resend"),
            async write =>
                (await db.Get<InvoiceMailing>().WriteAsync(write, await write.Db.Set<Invoice>().SingleAsync(i => i.Id == invoice.Id)))
                    ?.Sentence() ?? "",
            default);
        return outcome.Value.Length == 0 ? null : outcome.Value;
    }

    private static async Task DocumentAsync(TestDb db, Invoice invoice, string name, bool forCustomer, long size = 3)
    {
        var content = await db.AddAsync(new FileContent { Sha256 = new string('0', 64), Bytes = [1, 2, 3] });
        await db.AddAsync(new Attachment
        {
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            Type = AttachmentType.Supporting,
            FileName = name,
            ContentType = "application/pdf",
            Size = size,
            ContentId = content.Id,
            ForCustomer = forCustomer,
            UploadedAt = db.Clock.GetUtcNow().UtcDateTime,
            UploadedBy = "Fina Finance",
        });
    }

    private static Task<Invoice> StoredAsync(TestDb db, Invoice invoice) =>
        db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Id == invoice.Id));

    private static Task<List<string>> HistoryAsync(TestDb db, Invoice invoice) =>
        db.ReadAsync(d => d.Set<HistoryEntry>()
            .Where(h => h.Subject == HistorySubject.Invoice && h.SubjectId == invoice.Id)
            .Select(h => h.What())
            .ToListAsync());
}
