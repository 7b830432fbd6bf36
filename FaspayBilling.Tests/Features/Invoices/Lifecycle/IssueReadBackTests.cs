using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

/// <summary>What Coretax's list told of an invoice before it was issued here, and after it was cancelled.</summary>
public sealed class IssueReadBackTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_invoice_to_which_Coretax_gave_a_number_already_takes_none_when_it_is_issued(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        var draft = await fpy.ExportableAsync(status: InvoiceStatus.Draft);
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04002600000000001", "CREATED", draft.Number));

        var issued = await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default);

        (issued.Ok, issued.Warning).Should().Be((true, null));
        var stored = await db.StoredAsync(draft);
        (stored.Status, stored.CoretaxNumber, stored.TaxNumber).Should().Be((InvoiceStatus.Unpaid, "04002600000000001", null));
        (await fpy.AvailableAsync(2026)).Should().Be(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_invoice_that_the_tax_office_approved_is_kept(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04002600000000001", "APPROVED", invoice.Number));
        await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);

        var no = (await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Refusal!;

        no.Message.Key.Should().Be("invoice.holds-tax-number:approved");
        no.Sentence().Should().Be("The tax office approved this invoice: it is kept ten years, also when it is cancelled.");
    }
}
