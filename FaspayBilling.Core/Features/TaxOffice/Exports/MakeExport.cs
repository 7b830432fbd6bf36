using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>Makes the file for the tax office, keeps it, and marks its invoices as exported, all in one transaction.</summary>
public sealed class MakeExport(WriteTransaction transaction)
{
    /// <summary>
    /// Answers the export, to be read with <see cref="ReadExport"/>. Refuses what <see cref="CheckExport"/> refuses, and
    /// <c>tax-export.problems</c> while any invoice has one, and <c>tax-export.approved</c> until it is confirmed. Exporting again is
    /// allowed and stands in the history.
    /// </summary>
    /// <param name="actor">Who exports; Finance or Admin.</param>
    /// <param name="file">Which file: Desktop (CSV) or Coretax (XML).</param>
    /// <param name="ids">The checked invoices; those of others are left out.</param>
    /// <param name="stop">Cancellation token.</param>
    /// <param name="approvedToo">The user saw that the tax office approved some of them already, and wants them all the same.</param>
    public Task<Outcome<MadeExport>> HandleAsync(
        Actor actor, TaxChannel file, IReadOnlyCollection<long> ids, CancellationToken stop, bool approvedToo = false) =>
        transaction.RunAsync<MadeExport>(
            actor,
            new AuditedAction(HistorySubject.TaxExport, "tax-export.make", ("count", ids.Count), ("channel", Value.Term(file))),
            async write =>
            {
                if ((actor.WhyNot(Role.Finance)
                    ?? await CheckExport.WhyNotAsync(write.Db, actor, file, stop)
                    ?? ExportQueries.WhyNot(ids)) is { } no)
                {
                    return no;
                }

                var merchant = await write.Db.Set<Merchant>().SingleAsync(m => m.Id == actor.MerchantId, stop);
                var found = new List<(Invoice Invoice, Customer Customer)>();
                await foreach (var one in ExportQueries.ReadAsync(write.Db, actor, ids, stop))
                {
                    if (CheckExport.ProblemsOf(file, merchant, one.Customer, one.Invoice).Count > 0)
                    {
                        return TaxOfficeRefusals.ExportProblems;
                    }

                    found.Add(one);
                }

                if (found.Count == 0)
                {
                    return InvoiceRefusals.InvoiceNotFound;
                }

                if (!approvedToo && found.Count(f => ReadBackRules.Asks(f.Invoice)) is > 0 and var approved)
                {
                    return TaxOfficeRefusals.ExportApproved(approved);
                }

                found.Sort((a, b) => (a.Invoice.InvoiceDate, a.Invoice.TaxNumber?.Value ?? 0, a.Invoice.Id)
                    .CompareTo((b.Invoice.InvoiceDate, b.Invoice.TaxNumber?.Value ?? 0, b.Invoice.Id)));
                return await StoreAsync(write, ExportFile.Of(file, merchant, found, write.Now), file, found);
            },
            stop);

    private static async Task<MadeExport> StoreAsync(
        WriteContext write, ExportFile made, TaxChannel file, List<(Invoice Invoice, Customer Customer)> found)
    {
        var content = new FileContent { Sha256 = Convert.ToHexStringLower(SHA256.HashData(made.Bytes)), Bytes = made.Bytes };
        write.Db.Add(content);
        await write.SaveAsync();
        var export = new TaxExport
        {
            MerchantId = write.Actor.MerchantId,
            Channel = file,
            FileName = made.Name,
            ContentId = content.Id,
            Invoices = found.Count,
            At = write.Now,
            By = write.Actor.Name,
        };
        write.Db.Add(export);
        await write.SaveAsync();
        foreach (var (invoice, customer) in found)
        {
            write.Db.Add(new ExportedInvoice { ExportId = export.Id, InvoiceId = invoice.Id });
            write.History(
                HistorySubject.Invoice,
                invoice.Id,
                invoice.ExportedAt is null ? "tax-export.invoice" : "tax-export.invoice:again",
                ("channel", Value.Term(file)),
                ("file", made.Name));
            invoice.MarkExported(write.Now, write.Actor.Name);

            // What went out is what comes back in the PDF's name.
            if (customer.Document == BuyerIdType.Tin)
            {
                invoice.TakeParty(invoice.CustomerName, customer.Npwp);
            }
        }

        write.About = export.Id;
        write.History(
            HistorySubject.TaxExport,
            export.Id,
            found.Count == 1
                ? Message.Of("tax-export.make:one", ("file", made.Name))
                : Message.Of("tax-export.make", ("file", made.Name), ("count", found.Count)));
        return new MadeExport(export.Id, made.Name, found.Count);
    }
}

/// <summary>An export that was made.</summary>
/// <param name="Id">By which it is read.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Invoices">How many are in it.</param>
public sealed record MadeExport(long Id, string FileName, int Invoices);
