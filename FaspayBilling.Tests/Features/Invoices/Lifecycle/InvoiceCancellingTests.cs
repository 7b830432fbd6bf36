using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

/// <summary>What a cancellation means does not depend on who asked for it.</summary>
public sealed class InvoiceCancellingTests
{
    private const string ReceiverNpwp = "013825647609000";

    [Theory]
    [InlineData("screen")]
    [InlineData("checked rows")]
    [InlineData("document API")]
    public async Task Each_channel_withdraws_the_waiting_mail_and_tells_the_other_party(string channel)
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var (fpy, receiver) = (await db.Given.MerchantAsync(), await db.Given.MerchantAsync("T8V", ReceiverNpwp));
        var invoice = await IssuedAsync(db, fpy);

        (await CancelAsync(db, fpy, invoice, channel)).Should().BeTrue();
        await db.Get<OutboxDelivery>().SendDueAsync(default);

        (await db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Cancelled);
        server.Received.Should().BeEmpty();
        (await MailAsync(db)).State.Should().Be(MailState.Withdrawn);
        (await db.ReadAsync(d => d.Set<DocumentNotice>()
                .CountAsync(n => n.MerchantId == receiver.Id && n.Kind == DocumentNoticeKind.Cancelled)))
            .Should().Be(1);
    }

    [Fact]
    public async Task A_mail_that_a_worker_had_in_hand_is_withdrawn_before_its_next_attempt()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await IssuedAsync(db, fpy);
        await db.ReadAsync(d => d.Set<OutboxMail>()
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, db.Clock.GetUtcNow().UtcDateTime.AddDays(-1))));

        (await CancelAsync(db, fpy, invoice, "screen")).Should().BeTrue();
        (await MailAsync(db)).State.Should().Be(MailState.Waiting, "a worker has it");
        await db.Get<OutboxDelivery>().SendDueAsync(default);

        server.Received.Should().BeEmpty();
        (await MailAsync(db)).State.Should().Be(MailState.Withdrawn);
    }

    [Fact]
    public async Task A_mail_that_another_worker_holds_is_left_to_it()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await IssuedAsync(db, fpy);
        await db.ReadAsync(d => d.Set<OutboxMail>()
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc))));

        (await CancelAsync(db, fpy, invoice, "screen")).Should().BeTrue();
        await db.Get<OutboxDelivery>().SendDueAsync(default);

        (await MailAsync(db)).State.Should().Be(MailState.Waiting);
    }

    [Fact]
    public async Task The_mail_of_a_deleted_Proforma_is_withdrawn_too()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);
        (await db.Get<SendProforma>().HandleAsync(fpy.Finance, draft.Number, default)).Ok.Should().BeTrue();

        (await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, draft.Number, default)).Ok.Should().BeTrue();

        (await MailAsync(db)).State.Should().Be(MailState.Withdrawn);
    }

    [Fact]
    public async Task A_mail_that_was_sent_before_is_not_sent_again_after_it()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await IssuedAsync(db, fpy);
        await db.Get<OutboxDelivery>().SendDueAsync(default);
        (await CancelAsync(db, fpy, invoice, "screen")).Should().BeTrue();

        var again = await db.Get<ResendMail>().HandleAsync(fpy.Finance, (await MailAsync(db)).Id, default);

        again.Refusal!.Code.Should().Be("mail.withdrawn");
        (await MailAsync(db)).State.Should().Be(MailState.Sent);
    }

    [Fact]
    public async Task The_mail_of_an_E_Faktur_file_goes_out_all_the_same()
    {
        await using var server = new TestMailServer();
        await using var db = await TestDb.MakeAsync(extra: server.Settings);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000001");
        var file = await db.TaxFileAsync(invoice);
        (await db.Get<SendTaxFiles>().HandleAsync(fpy.Finance, [file.Id], null, default)).Value.Single().Refusal.Should().BeNull();

        await db.Get<OutboxDelivery>().SendDueAsync(default);

        server.Received.Should().ContainSingle();
    }

    private static Task<OutboxMail> MailAsync(TestDb db) => db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync());

    private static async Task<Invoice> IssuedAsync(TestDb db, GivenMerchant merchant)
    {
        var draft = await merchant.InvoiceAsync(
            InvoiceStatus.Draft, taxed: false, also: i => i.With((nameof(Invoice.CustomerNpwp), ReceiverNpwp)));
        (await db.Get<IssueInvoice>().HandleAsync(merchant.Finance, draft.Number, default)).Ok.Should().BeTrue();
        return await db.StoredAsync(draft);
    }

    private static async Task<bool> CancelAsync(TestDb db, GivenMerchant merchant, Invoice invoice, string channel) => channel switch
    {
        "screen" => (await db.Get<CancelInvoice>().HandleAsync(merchant.Finance, invoice.Number, default)).Ok,
        "checked rows" =>
            (await db.Get<CancelInvoices>().HandleAsync(merchant.Finance, [invoice.Number], default)).Value.All(l => l.Refusal is null),
        _ => (await db.Get<CancelDocument>().HandleAsync(
            await db.CallerAsync(await db.ClientAsync(merchant), merchant), new(invoice.DocumentId!, "Wrong buyer", "r"), default)).Ok,
    };
}
