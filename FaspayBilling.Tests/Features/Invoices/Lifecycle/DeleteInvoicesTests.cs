using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed class DeleteInvoicesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_checked_row_has_its_answer_and_one_that_stays_stops_no_other(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var unpaid = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var held = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000001");
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var proforma = await fpy.InvoiceAsync(InvoiceStatus.Proforma);

        var done = await db.Get<DeleteInvoices>()
            .HandleAsync(fpy.Finance, [unpaid.Number, held.Number, draft.Number, proforma.Number], default);

        done.Value.Select(l => l.Refusal?.Code).Should().Equal("invoice.not-deletable", "invoice.holds-tax-number", null, null);
        (await db.StoredAsync(unpaid)).DeletedAt.Should().BeNull();
        (await db.HistoryAsync()).Select(h => h.What()).Where(w => w == "Deleted").Should().HaveCount(2);
    }
}
