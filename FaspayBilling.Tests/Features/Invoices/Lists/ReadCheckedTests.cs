using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

public sealed class ReadCheckedTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_come_by_date_with_what_stands_against_the_action(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var late = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, date: new(2026, 11, 9));
        var early = await fpy.InvoiceAsync(InvoiceStatus.Paid, date: new(2026, 11, 2), taxNumber: "000-26.00000001");

        var rows = await db.Get<ReadChecked>()
            .HandleAsync(fpy.Viewer, [late.Number, early.Number, "INV-FPY-999999999"], InvoiceAction.Cancel, default);

        rows.Select(r => (r.Number, r.HasTaxNumber, r.Refusal?.Code)).Should().Equal(
            (early.Number, true, "invoice.not-cancellable"),
            (late.Number, false, null),
            ("INV-FPY-999999999", false, "invoice.not-found"));
    }
}
