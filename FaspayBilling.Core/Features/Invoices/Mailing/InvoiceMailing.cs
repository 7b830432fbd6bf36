using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Mailing;

/// <summary>Writes the mail of an invoice, with its PDF and the documents for the customer, inside the transaction that sends it.</summary>
public sealed class InvoiceMailing(SiteSettings site)
{
    /// <summary>Bytes of documents that go along; what is more waits on the bill page.</summary>
    public const long MostAttached = 8 * 1024 * 1024;

    /// <summary>
    /// Gives the invoice the key of its bill page if it has none, and writes one mail to each address of the customer. Answers null, or
    /// what to know: a customer without an address gets no mail.
    /// </summary>
    /// <param name="write">The open write.</param>
    /// <param name="invoice">Sent as proforma, issued, or sent again; it has its key, its lines need not be loaded.</param>
    public async Task<Message?> WriteAsync(WriteContext write, Invoice invoice)
    {
        invoice.GiveBillKey();
        var addresses = CustomerEmails.Of((await write.BuyerAsync(invoice)).Email);
        if (addresses.Count == 0)
        {
            write.History(HistorySubject.Invoice, invoice.Id, "invoice.mail:none");
            return Message.Of("issue-warning.no-mail");
        }

        invoice.MarkMailed(write.Now);
        var notice = await NoticeAsync(write, invoice);
        var documents = await DocumentsAsync(write, invoice);
        foreach (var to in addresses)
        {
            Write(write, invoice, notice, documents, to);
        }

        return null;
    }

    private void Write(WriteContext write, Invoice invoice, InvoiceMail notice, IReadOnlyList<MailAttachment> documents, string to)
    {
        var mail = new OutboxMail
        {
            MerchantId = write.Actor.MerchantId,
            Kind = MailKind.Invoice,
            To = to,
            Subject = notice.Subject,
            Text = notice.Text,
            Html = notice.Html,
            MessageId = OutboxMail.NewMessageId(site.Address),
            InvoiceId = invoice.Id,
            CreatedAt = write.Now,
            NextTryAt = write.Now,
        };
        write.Db.Add(mail);
        write.Attach(mail, new MailAttachment
        {
            FileName = $"{invoice.Number}.pdf",
            ContentType = "application/pdf",
            InvoiceId = invoice.Id
        });
        foreach (var document in documents)
        {
            write.Attach(mail, new MailAttachment
            {
                FileName = document.FileName,
                ContentType = document.ContentType,
                ContentId = document.ContentId
            });
        }

        var attached = documents.Count;
        write.History(HistorySubject.Invoice, invoice.Id, attached switch
        {
            0 => Message.Of("invoice.mail", ("to", to)),
            1 => Message.Of("invoice.mail:document", ("to", to)),
            _ => Message.Of("invoice.mail:documents", ("to", to), ("documents", attached)),
        });
        write.MarkChanged(HistorySubject.Mail, () => mail.Id);
    }

    private static async Task<IReadOnlyList<MailAttachment>> DocumentsAsync(WriteContext write, Invoice invoice)
    {
        if (write.IsNew(invoice))
        {
            return [];
        }

        var documents = await write.Db.Set<Attachment>().VisibleTo(write.Actor).Where(d => d.InvoiceId == invoice.Id && d.ForCustomer)
            .OrderBy(d => d.Id).Select(d => new { d.FileName, d.ContentType, d.ContentId, d.Size }).ToListAsync(write.Stop);
        var bytes = 0L;
        return [.. documents.TakeWhile(d => (bytes += d.Size) <= MostAttached).Select(d =>
            new MailAttachment { FileName = d.FileName, ContentType = d.ContentType, ContentId = d.ContentId })];
    }

    private async Task<InvoiceMail> NoticeAsync(WriteContext write, Invoice invoice)
    {
        var settings = await write.SettingsAsync();
        return new InvoiceMail
        {
            Language = invoice.Language, Title = invoice.Title(), Number = invoice.Number, About = invoice.Subject, Header = invoice.Header,
            Merchant = (await MerchantName.OfAsync(write)).Name,
            Customer = invoice.CustomerName, Total = invoice.Total, Outstanding = invoice.Outstanding, Due = invoice.Due,
            Link = $"{site.Address}/bill/{invoice.BillKey}", PaymentInstructions = settings.PaymentInstructions,
        };
    }
}
