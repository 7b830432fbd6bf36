using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>A PDF whose number more than one invoice could have.</summary>
public sealed class SeveralClaimsTests
{
    private const string Number = "04009002600000007";

    [Fact]
    public async Task A_rejected_number_that_was_given_back_does_not_keep_the_PDF_from_its_new_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 1, "000-26.00000007");
        var first = await fpy.ExportableAsync("000-26.00000007", status: InvoiceStatus.Cancelled);
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "REJECTED", first.Number));
        await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, first.Number, neverApproved: true, default);
        var second = await fpy.ExportableAsync();
        await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, second.Number, default);

        var line = await UploadAsync(db, fpy);

        (line.State, line.InvoiceNumber).Should().Be((TaxFileResultState.Stored, second.Number));
    }

    [Fact]
    public async Task When_two_invoices_could_have_it_the_waiting_file_says_so()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync("000-26.00000007");
        await fpy.ExportableAsync(also: i => i.With((nameof(Invoice.CoretaxNumber), Number)));

        var line = await UploadAsync(db, fpy);

        line.State.Should().Be(TaxFileResultState.Waiting);
        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Single().Reason.Sentence()
            .Should().Be($"More than one invoice is tied to the number {Number}. Choose the right one.");
    }

    private static async Task<TaxFileResult> UploadAsync(TestDb db, GivenMerchant fpy) =>
        (await db.Get<UploadTaxFiles>()
            .HandleAsync(fpy.Finance, Zip.Of((CoretaxPdf.Name(Number), Zip.Pdf())), null, default)).Value.Single();
}
