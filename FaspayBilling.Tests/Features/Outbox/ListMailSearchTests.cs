using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Outbox;

/// <summary>The mail outbox is searched by recipient, subject and invoice number, and filtered by kind and by the day of writing.</summary>
public sealed class ListMailSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Recipient_subject_and_invoice_number_are_searched_whatever_the_capitals(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(number: "INV-FPY-112600007");
        await fpy.MailAsync(to: "tax@setia.example", subject: "PT Setia: 4 E-Faktur No left");
        await fpy.MailAsync(to: "seven@setia.example", subject: "Your bill", kind: MailKind.Invoice, invoiceId: invoice.Id);
        await fpy.MailAsync(to: "accent@setia.example", subject: "Café É: 100% paid_up");
        await (await db.Given.MerchantAsync("OTH")).MailAsync(to: "tax@setia.example");

        (await FindAsync("TAX@setia")).Should().Equal("tax@setia.example");
        (await FindAsync("e-faktur NO")).Should().Equal("tax@setia.example");
        (await FindAsync("inv-fpy-112600007")).Should().Equal("seven@setia.example");
        (await FindAsync("00007")).Should().Equal("seven@setia.example");
        (await FindAsync("É:")).Should().Equal("accent@setia.example");
        (await FindAsync("  100%  ")).Should().Equal("accent@setia.example");
        (await FindAsync("d_u")).Should().Equal("accent@setia.example");
        (await FindAsync("nothing of this\0")).Should().BeEmpty();

        async Task<IEnumerable<string>> FindAsync(string search) =>
            To(await db.Get<ListMail>().HandleAsync(fpy.Viewer, new() { Search = search }, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Kind_and_days_of_Jakarta_narrow_the_list(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.MailAsync(to: "before@x.example", at: Utc("2026-11-15 16:59:59"));
        await fpy.MailAsync(to: "first@x.example", at: Utc("2026-11-15 17:00:00"));
        await fpy.MailAsync(to: "last@x.example", kind: MailKind.Invitation, at: Utc("2026-11-17 16:59:59"));
        await fpy.MailAsync(to: "after@x.example", at: Utc("2026-11-17 17:00:00"));
        var (from, to) = (new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 17));

        To(await ListAsync(new() { From = from, To = to })).Should().Equal("last@x.example", "first@x.example");
        To(await ListAsync(new() { From = from, To = to, Kind = MailKind.Invitation })).Should().Equal("last@x.example");
        To(await ListAsync(new() { Kind = MailKind.TaxFile })).Should().BeEmpty();
        To(await ListAsync(new() { From = DateOnly.MinValue, To = DateOnly.MaxValue })).Should().HaveCount(4);

        Task<Page<MailRow>> ListAsync(MailQuery query) =>
            db.Get<ListMail>().HandleAsync(fpy.Viewer, query, default);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_names_its_invoice_until_that_is_deleted(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Proforma);
        var mail = await fpy.MailAsync(MailState.Sent, kind: MailKind.Invoice, invoiceId: invoice.Id);
        await fpy.MailAsync();

        (await db.Get<ListMail>().HandleAsync(fpy.Viewer, new(), default)).Rows.Select(r => r.InvoiceNumber)
            .Should().Equal(null, invoice.Number);
        (await db.Get<ReadMail>().HandleAsync(fpy.Viewer, mail.Id, default)).Value.InvoiceNumber.Should().Be(invoice.Number);

        (await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Ok.Should().BeTrue();
        (await db.Get<ListMail>().HandleAsync(fpy.Viewer, new(), default)).Rows.Should().OnlyContain(r => r.InvoiceNumber == null);
        (await db.Get<ReadMail>().HandleAsync(fpy.Viewer, mail.Id, default)).Value.InvoiceNumber.Should().BeNull();
    }

    private static IEnumerable<string> To(Page<MailRow> page) => page.Rows.Select(r => r.To);

    private static DateTime Utc(string text) =>
        DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
