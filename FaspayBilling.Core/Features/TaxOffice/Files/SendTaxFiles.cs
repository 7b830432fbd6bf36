using System.Globalization;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>Sends E-Faktur files to their customers by mail, also a second time; what became of each mail shows as Email Status.</summary>
public sealed class SendTaxFiles(WriteTransaction transaction, SiteSettings site)
{
    /// <summary>
    /// Answers one line per file, in the order asked; one that is refused never stops the others. Refuses all with <c>not-allowed</c>,
    /// <c>module.off</c>; a file with <c>file.not-found</c>, <c>file.was-replaced</c>, <c>file.in-coretax</c> (Coretax's list has it as
    /// amended or cancelled), <c>file.already-waiting</c>, <c>file.no-address</c> (its Email Status is Failed then).
    /// </summary>
    /// <param name="actor">Who sends; Finance or Admin.</param>
    /// <param name="ids">Keys of the files.</param>
    /// <param name="progress">Told the share that is written, 0 to 1.</param>
    /// <param name="stop">Ends the work between two files; what was written so far is sent.</param>
    public async Task<Outcome<IReadOnlyList<TaxFileSending>>> HandleAsync(
        Actor actor, IReadOnlyCollection<long> ids, IProgress<double>? progress, CancellationToken stop)
    {
        var wanted = ids.Distinct().ToList();
        var lines = new List<TaxFileSending>();
        foreach (var id in wanted)
        {
            if (lines.Count > 0 && stop.IsCancellationRequested)
            {
                break;
            }

            var sent = await transaction.RunAsync(
                actor with { Form = actor.Form?.Part(id.ToString(CultureInfo.InvariantCulture)) },
                new AuditedAction(HistorySubject.TaxFile, "tax-file.send"),
                write => SendAsync(write, id),
                CancellationToken.None);
            if (!sent.Ok)
            {
                return Outcome<IReadOnlyList<TaxFileSending>>.Refused(Refusals.OfAPiece(sent.Refusals, before: lines.Count > 0));
            }

            lines.Add(sent.Value);
            progress?.Report((double)lines.Count / wanted.Count);
        }

        return Outcome<IReadOnlyList<TaxFileSending>>.With(lines);
    }

    private async Task<Outcome<TaxFileSending>> SendAsync(WriteContext write, long id)
    {
        if ((write.Actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(write.Actor, write.Stop)) is { } no)
        {
            return no;
        }

        if (await write.Db.Set<TaxFile>().VisibleTo(write.Actor).SingleOrDefaultAsync(f => f.Id == id, write.Stop) is not { } file
            || await write.Db.Set<Invoice>().SingleOrDefaultAsync(i => i.Id == file.InvoiceId, write.Stop) is not { } invoice)
        {
            return new TaxFileSending("", "", TaxOfficeRefusals.FileNotFound);
        }

        var shown = file.TaxNumber?.ToString() ?? file.CoretaxNumber ?? "";
        return new TaxFileSending(shown, invoice.Number, await SendAsync(write, file, invoice, shown));
    }

    private async Task<Refusal?> SendAsync(WriteContext write, TaxFile file, Invoice invoice, string shown)
    {
        if (file.ReplacedAt is not null)
        {
            return TaxOfficeRefusals.FileWasReplaced;
        }

        var coretax = CoretaxNumber.TryParse(file.CoretaxNumber, out var digits) ? digits : (CoretaxNumber?)null;
        if (await write.AgainstAsync(invoice, coretax, file.TaxNumber, TaxFileValidity.Of(file)) is { } status)
        {
            return TaxOfficeRefusals.FileInCoretax(status == CoretaxStatus.Canceled, shown);
        }

        if (await write.Db.Set<OutboxMail>().AnyAsync(m => m.TaxFileId == file.Id && m.State == MailState.Waiting, write.Stop))
        {
            return TaxOfficeRefusals.FileAlreadyWaiting;
        }

        var customer = await write.Db.Set<Customer>()
            .Where(c => c.Id == invoice.CustomerId)
            .Select(c => new { c.Name, c.Email })
            .SingleAsync(write.Stop);
        write.MarkChanged(HistorySubject.TaxFile, file.Id);
        var addresses = CustomerEmails.Of(customer.Email);
        if (addresses.Count == 0)
        {
            file.EmailStatus = TaxFileEmailStatus.Failed;
            file.EmailReason = Sentences.Of(TaxOfficeRefusals.FileNoAddress.Message, Language.English);
            write.HistoryRefused(
                HistorySubject.Invoice,
                invoice.Id,
                Message.Of("tax-file.send:file", ("file", file.FileName)),
                TaxOfficeRefusals.FileNoAddress);
            return TaxOfficeRefusals.FileNoAddress;
        }

        await MailAsync(write, file, invoice, addresses, shown);
        return null;
    }

    private async Task MailAsync(WriteContext write, TaxFile file, Invoice invoice, IReadOnlyList<string> addresses, string shown)
    {
        var merchant = await write.Db.Set<Merchant>()
            .Where(m => m.Id == write.Actor.MerchantId)
            .Select(m => m.Name)
            .SingleAsync(write.Stop);
        var notice = new TaxFileMail(
            invoice.Language, merchant, invoice.CustomerName, invoice.Number, shown, file.Status == TaxFileStatus.Replacement);
        file.EmailStatus = TaxFileEmailStatus.ReadyToSend;
        file.EmailReason = null;
        foreach (var to in addresses)
        {
            Mail(write, file, notice, to);
        }
    }

    private void Mail(WriteContext write, TaxFile file, TaxFileMail notice, string to)
    {
        var mail = new OutboxMail
        {
            MerchantId = write.Actor.MerchantId,
            Kind = MailKind.TaxFile,
            To = to,
            Subject = notice.Subject,
            Text = notice.Text,
            Html = notice.Html,
            MessageId = OutboxMail.NewMessageId(site.Address),
            InvoiceId = file.InvoiceId,
            TaxFileId = file.Id,
            CreatedAt = write.Now,
            NextTryAt = write.Now,
        };
        write.Db.Add(mail);
        write.Attach(
            mail, new MailAttachment { FileName = file.FileName, ContentType = "application/pdf", ContentId = file.ContentId });
        write.History(HistorySubject.Invoice, file.InvoiceId, "tax-file.send", ("file", file.FileName), ("to", to));
        write.MarkChanged(HistorySubject.Mail, () => mail.Id);
    }
}

/// <summary>What became of one file.</summary>
/// <param name="Shown">E-Faktur No or the 17 digits of Coretax; empty for a file that is not there.</param>
/// <param name="InvoiceNumber">Invoice No.</param>
/// <param name="Refusal">Why it is not sent; null when its mail is on the way.</param>
public sealed record TaxFileSending(string Shown, string InvoiceNumber, Refusal? Refusal);
