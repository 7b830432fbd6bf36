using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed class DeleteInvoiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Drafts_proformas_and_cancelled_ones_disappear_and_the_rest_stays(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        foreach (var status in InvoiceStatuses.All)
        {
            var invoice = await fpy.InvoiceAsync(status);
            var deletable = status is InvoiceStatus.Draft or InvoiceStatus.Proforma or InvoiceStatus.Cancelled;

            (await DeleteAsync(db, fpy, invoice)).Refusal?.Code
                .Should().Be(deletable ? null : "invoice.not-deletable", "it is {0}", status);
            var read = await db.Get<ReadBilling>().HandleAsync(fpy.Finance, invoice.Number, default);
            read.Refusal?.Code.Should().Be(deletable ? "invoice.not-found" : null, "it is {0}", status);
        }

        var listed = await db.Get<ListBillings>().HandleAsync(fpy.Finance, new BillingQuery(), default);
        listed.Total.Should().Be(4);
        listed.Rows.Select(r => r.Status)
            .Should().BeEquivalentTo([InvoiceStatus.Unpaid, InvoiceStatus.PartiallyPaid, InvoiceStatus.Overdue, InvoiceStatus.Paid]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_row_is_kept_and_its_number_is_never_used_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var first = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);

        await DeleteAsync(db, fpy, draft);
        var copy = await db.Get<DuplicateInvoice>().HandleAsync(fpy.Finance, first.Number, default);

        (await db.StoredAsync(draft)).DeletedAt.Should().Be(db.Clock.Now());
        (await db.HistoryAsync()).Should().Contain(h => h.SubjectId == draft.Id && h.What() == "Deleted");
        copy.Value.Should().Be("INV-FPY-112600003");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_still_holds_a_number_is_deleted_only_after_giving_it_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000001");

        (await DeleteAsync(db, fpy, invoice)).Refusal!.Code.Should().Be("invoice.holds-tax-number");
        await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: false, default);
        (await DeleteAsync(db, fpy, invoice)).Ok.Should().BeTrue();

        (await fpy.AvailableAsync(2026)).Should().Be(5);
    }

    private static Task<Outcome> DeleteAsync(TestDb db, GivenMerchant merchant, Invoice invoice) =>
        db.Get<DeleteInvoice>().HandleAsync(merchant.Finance, invoice.Number, default);
}
