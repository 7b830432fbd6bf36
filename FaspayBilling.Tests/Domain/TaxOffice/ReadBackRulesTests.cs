using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Tests.Domain.TaxOffice;

/// <summary>What the tax office says is asked by both exports alike.</summary>
public sealed class ReadBackRulesTests
{
    [Theory]
    [InlineData(null, TaxApproval.Unknown, "", false)]
    [InlineData(CoretaxStatus.Created, TaxApproval.Unknown, "", false)]
    [InlineData(CoretaxStatus.SavedInvalid, TaxApproval.Unknown, "", false)]
    [InlineData(CoretaxStatus.SigningInProgress, TaxApproval.Unknown, "", false)]
    [InlineData(CoretaxStatus.Rejected, TaxApproval.Unknown, "", false)]
    [InlineData(CoretaxStatus.Approved, TaxApproval.Approved, "", true)]
    [InlineData(CoretaxStatus.WaitingForAmendment, TaxApproval.Approved, "", true)]
    [InlineData(CoretaxStatus.WaitingForCancellation, TaxApproval.Approved, "", true)]
    [InlineData(CoretaxStatus.Canceled, TaxApproval.Approved, "in-coretax", true)]
    [InlineData(CoretaxStatus.Amended, TaxApproval.Replaced, "in-coretax", true)]
    [InlineData(CoretaxStatus.Approved, TaxApproval.Replaced, "", true)]
    [InlineData(null, TaxApproval.Approved, "", true)]
    [InlineData(null, TaxApproval.Replaced, "in-coretax", true)]
    public void Cancelled_and_replaced_refuse_approved_asks(CoretaxStatus? status, TaxApproval approval, string code, bool asks)
    {
        var invoice = TaxSample.Invoice();
        invoice.ReadBack(new(status is null ? null : "04002600000000001", status, approval, null, Contested: false));

        foreach (var channel in new[] { TaxChannel.Desktop, TaxChannel.Coretax })
        {
            Codes(channel, invoice).Should().Be(code);
        }

        ReadBackRules.Asks(invoice).Should().Be(asks);
    }

    // The revision of a PDF, and what the list says of the revisions 00 and 01 of its serial.
    [Theory]
    [InlineData(0, null, null, null)]
    [InlineData(0, CoretaxStatus.Approved, null, null)]
    [InlineData(0, CoretaxStatus.Amended, CoretaxStatus.Approved, CoretaxStatus.Amended)]
    [InlineData(0, CoretaxStatus.Amended, null, CoretaxStatus.Amended)]
    [InlineData(0, null, CoretaxStatus.Approved, CoretaxStatus.Amended)]
    [InlineData(0, CoretaxStatus.WaitingForAmendment, CoretaxStatus.Created, null)]
    [InlineData(0, CoretaxStatus.Approved, CoretaxStatus.Rejected, null)]
    [InlineData(0, CoretaxStatus.Canceled, null, CoretaxStatus.Canceled)]
    [InlineData(0, CoretaxStatus.Amended, CoretaxStatus.Canceled, CoretaxStatus.Amended)]
    [InlineData(1, CoretaxStatus.Amended, CoretaxStatus.Approved, null)]
    [InlineData(1, CoretaxStatus.Amended, CoretaxStatus.Canceled, CoretaxStatus.Canceled)]
    [InlineData(1, CoretaxStatus.Amended, null, null)]
    public void A_PDF_stands_no_longer_once_its_number_was_cancelled_or_replaced(
        int revision, CoretaxStatus? normal, CoretaxStatus? replacement, CoretaxStatus? against) =>
        ReadBackRules.AgainstFile(
            "2600000000001",
            revision,
            [("04002600000000001", normal), ("04012600000000001", replacement), ("04002600000000002", CoretaxStatus.Canceled)])
            .Should().Be(against);

    [Fact]
    public void What_Coretax_contests_goes_into_no_file_until_somebody_decided()
    {
        var invoice = TaxSample.Invoice();
        invoice.ReadBack(invoice.ToldByTaxOffice() with { Contested = true });

        Codes(TaxChannel.Desktop, invoice).Should().Be("contested");
        Codes(TaxChannel.Coretax, invoice).Should().Be("contested");
        ReadBackRules.Problem(invoice)!.Place.Should().Be(ProblemLocation.CoretaxList);
    }

    private static string Codes(TaxChannel channel, Invoice invoice) => string.Join(
        ' ', ExportProblems.Of(channel, TaxSample.Merchant(), TaxSample.Customer(), invoice, (_, _) => true).Select(p => p.Code));
}
