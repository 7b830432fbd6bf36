using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

/// <summary>A tax invoice that would be late by law is warned about before it is issued, and issued all the same.</summary>
public sealed class LateWarningTests
{
    [Theory]
    [InlineData("2023-03-09", "2023-04-15", false)] // on the day it is in time
    [InlineData("2023-03-09", "2023-04-16", true)]
    [InlineData("2026-10-31", "2026-11-20", false)]
    [InlineData("2026-10-31", "2026-11-21", true)]
    [InlineData("2026-11-16", "2026-11-16", false)]
    public void It_is_late_once_its_deadline_has_passed(string day, string today, bool late) =>
        (UploadDeadline.Warning(Sample.Day(day), Sample.Day(today)) is not null).Should().Be(late);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_menus_carry_the_warning_with_the_date_that_was_missed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft, date: new(2023, 3, 9));

        var menu = (await db.Get<ReadActions>().HandleAsync(fpy.Finance, draft.Number, default)).Value;
        var detail = (await db.Get<ReadBilling>().HandleAsync(fpy.Finance, draft.Number, default)).Value;

        menu.Late!.Sentence().Should().Be("The tax office had to approve a tax invoice of this date by 15/04/2023: it will be late.");
        detail.Late.Should().Be(menu.Late);
        (await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default)).Ok.Should().BeTrue("a warning is no refusal");
        (await db.Get<ReadActions>().HandleAsync(fpy.Finance, draft.Number, default)).Value.Late.Should().BeNull("it is issued");
    }

    [Fact]
    public async Task Without_a_tax_invoice_nothing_is_late()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var untaxed = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false, date: new(2023, 3, 9));
        var taxed = await fpy.InvoiceAsync(InvoiceStatus.Draft, date: new(2023, 3, 9));
        var credit = await fpy.InvoiceAsync(
            InvoiceStatus.Draft, date: new(2023, 3, 9), also: i => i.With((nameof(Invoice.DocumentType), DocumentType.CreditNote)));

        (await LateAsync(untaxed)).Should().BeFalse();
        (await LateAsync(credit)).Should().BeFalse();
        (await LateAsync(taxed)).Should().BeTrue();
        await db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.EFakturModule, false)));
        (await LateAsync(taxed)).Should().BeFalse("the module is off");

        async Task<bool> LateAsync(Invoice invoice) =>
            (await db.Get<ReadActions>().HandleAsync(fpy.Finance, invoice.Number, default)).Value.Late is not null;
    }
}
