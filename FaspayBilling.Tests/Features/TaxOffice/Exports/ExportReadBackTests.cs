using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

/// <summary>Both files ask what was read back from the tax office.</summary>
public sealed class ExportReadBackTests
{
    [Theory]
    [InlineData(TaxChannel.Desktop)]
    [InlineData(TaxChannel.Coretax)]
    public async Task An_approved_invoice_is_exported_only_when_somebody_says_so(TaxChannel file)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", "APPROVED", invoice.Number));

        var check = (await db.Get<CheckExport>().HandleAsync(fpy.Finance, file, [invoice.Id], default)).Value;
        var asked = await db.Get<MakeExport>().HandleAsync(fpy.Finance, file, [invoice.Id], default);
        var made = await db.Get<MakeExport>().HandleAsync(fpy.Finance, file, [invoice.Id], default, approvedToo: true);

        (check.Approved, check.Problems.Count).Should().Be((1, 0));
        (asked.Refusal!.Kind, asked.Refusal.Code).Should().Be((RefusalKind.NeedsConfirmation, "tax-export.approved"));
        asked.Refusal.Sentence().Should().StartWith("1 of the invoices is approved");
        made.Ok.Should().BeTrue();
    }

    [Theory]
    [InlineData(TaxChannel.Desktop, "CANCELED")]
    [InlineData(TaxChannel.Desktop, "AMENDED")]
    [InlineData(TaxChannel.Coretax, "CANCELED")]
    [InlineData(TaxChannel.Coretax, "AMENDED")]
    public async Task A_cancelled_or_replaced_number_is_never_exported(TaxChannel file, string state)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", state, invoice.Number));

        var made = await db.Get<MakeExport>().HandleAsync(fpy.Finance, file, [invoice.Id], default, approvedToo: true);

        made.Refusal!.Code.Should().Be("tax-export.problems");
        var check = (await db.Get<CheckExport>().HandleAsync(fpy.Finance, file, [invoice.Id], default)).Value;
        check.Problems.Single().Problem.Message.Sentence().Should().StartWith($"Coretax has 04009002600000007 as {state}");
    }

    [Fact]
    public async Task The_present_holder_of_a_number_that_is_approved_for_another_invoice_is_not_exported()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var named = await fpy.ExportableAsync();
        var holder = await fpy.ExportableAsync("000-26.00000007");
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", "APPROVED", named.Number));

        var check = (await db.Get<CheckExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [holder.Id], default)).Value;

        check.Problems.Select(p => p.Problem.Code).Should().Equal("contested");
        (await db.StoredAsync(holder)).TaxApproval.Should().Be(TaxApproval.Approved);
    }
}
