using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

/// <summary>Why an invoice was cancelled, from a screen: as one likes, kept in the history.</summary>
public sealed class CancelReasonTests
{
    [Theory]
    [InlineData("  Ordered twice ", null, "Cancelled: Ordered twice", "Ordered twice")]
    [InlineData("Ordered twice", "000-26.00000001", "Cancelled: Ordered twice; E-Faktur No 000-26.00000001 stays held", "Ordered twice")]
    [InlineData(" ", null, "Cancelled", null)]
    [InlineData("", "000-26.00000001", "Cancelled; E-Faktur No 000-26.00000001 stays held", null)]
    public async Task It_is_kept_with_the_invoice_and_in_its_history(string typed, string? number, string history, string? kept)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, taxNumber: number);

        (await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, typed, default)).Ok.Should().BeTrue();

        (await db.StoredAsync(invoice)).CancelReason.Should().Be(kept);
        (await db.HistoryAsync()).Select(h => h.What()).Should().Equal(history);
    }

    [Fact]
    public async Task Three_hundred_characters_are_enough_and_one_more_is_refused_at_its_field()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var first = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var second = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);

        (await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, first.Number, new string('x', 300), default)).Ok.Should().BeTrue();
        var refused = await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, second.Number, new string('x', 301), default);

        refused.Refusal.Should().BeEquivalentTo(new { Kind = RefusalKind.BadInput, Code = "cancel.reason", Field = "Reason" });
        (await db.StoredAsync(second)).Status.Should().Be(InvoiceStatus.Unpaid);
    }

    [Fact]
    public async Task Checked_rows_share_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var first = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var second = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);

        await db.Get<CancelInvoices>().HandleAsync(fpy.Finance, [first.Number, second.Number], "Wrong customer", default);

        (await db.HistoryAsync()).Select(h => h.What()).Should().Equal("Cancelled: Wrong customer", "Cancelled: Wrong customer");
    }
}
