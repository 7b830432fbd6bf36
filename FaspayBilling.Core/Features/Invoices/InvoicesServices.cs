using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.Mailing;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.Invoices;

/// <summary>Registers the handlers of this room; they keep no state but PDFs once made, so one of each is enough.</summary>
internal static class InvoicesServices
{
    public static IServiceCollection AddInvoices(this IServiceCollection services) => services
        .AddSingleton<ReadInvoiceForm>()
        .AddSingleton<SaveInvoice>()
        .AddSingleton<CancelInvoice>()
        .AddSingleton<CancelInvoices>()
        .AddSingleton<DeleteInvoice>()
        .AddSingleton<DeleteInvoices>()
        .AddSingleton<DuplicateInvoice>()
        .AddSingleton<InvoiceIssuing>()
        .AddSingleton<IssueInvoice>()
        .AddSingleton<SendProforma>()
        .AddSingleton<SweepOverdue>()
        .AddSingleton<DownloadBillings>()
        .AddSingleton<ListBillings>()
        .AddSingleton<ReadActions>()
        .AddSingleton<ReadBilling>()
        .AddSingleton<ReadChecked>()
        .AddSingleton<InvoiceMailing>()
        .AddSingleton<ResendInvoice>()
        .AddSingleton<RecordPayment>()
        .AddSingleton<UndoPayment>()
        .AddSingleton(_ => KeptPdfs.OfInvoices())
        .AddSingleton<ReadInvoicePdf>()
        .AddSingleton<WriteInvoicePdfs>()
        .AddSingleton<CancelTaxNumber>()
        .AddSingleton<GenerateTaxNumber>()
        .AddSingleton<GenerateTaxNumbers>()
        .AddSingleton<IInvoicePdfs, InvoicePdfs>();
}
