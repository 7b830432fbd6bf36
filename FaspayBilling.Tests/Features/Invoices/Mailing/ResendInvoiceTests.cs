using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Mailing;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Mailing;

public sealed class ResendInvoiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_was_sent_and_stands_is_mailed_again_under_the_same_link(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Overdue);

        (await db.Get<ResendInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Ok.Should().BeTrue();
        var key = (await db.StoredAsync(invoice)).BillKey;
        (await db.Get<ResendInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Ok.Should().BeTrue();

        (await db.StoredAsync(invoice)).BillKey.Should().Be(key).And.HaveLength(32);
        (await db.MailsAsync()).Should().HaveCount(2).And.OnlyContain(m => m.InvoiceId == invoice.Id);
        (await db.HistoryAsync()).Select(h => h.What()).Should().Contain("Sent again");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_and_a_cancelled_invoice_are_not_mailed_nor_one_without_address(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var status in new[] { InvoiceStatus.Draft, InvoiceStatus.Cancelled })
        {
            var invoice = await fpy.InvoiceAsync(status);
            (await db.Get<ResendInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Refusal!.Code
                .Should().Be("invoice.not-resendable");
        }

        var silent = await fpy.CustomerAsync("PT Tanpa Surel", email: "");
        var unreachable = await fpy.InvoiceAsync(also: i => i.With((nameof(Invoice.CustomerId), silent.Id)));
        (await db.Get<ResendInvoice>().HandleAsync(fpy.Finance, unreachable.Number, default)).Refusal!.Code
            .Should().Be("invoice.no-address");
        (await db.MailsAsync()).Should().BeEmpty();
    }
}
