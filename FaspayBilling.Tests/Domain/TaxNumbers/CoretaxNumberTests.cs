using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

public sealed class CoretaxNumberTests
{
    [Theory]
    [InlineData("01002500000000001", "01", 0, "2500000000001")]
    [InlineData("01012500000000001", "01", 1, "2500000000001")]
    [InlineData("04122500000000001", "04", 12, "2500000000001")]
    [InlineData(" 0400.2600-00.0000001", "04", 0, "2600000000001")]
    [InlineData("0400\u00a02600\u201300\u200b.0000001", "04", 0, "2600000000001")]
    public void A_number_of_Coretax_reads_code_revision_and_serial(string typed, string code, int revision, string serial)
    {
        CoretaxNumber.TryParse(typed, out var number).Should().BeTrue();

        (number.TransactionCode, number.Revision, number.Serial, number.Desktop).Should().Be((code, revision, serial, null));
    }

    [Theory]
    [InlineData("01009002512345678", "000-25.12345678", 0)]
    [InlineData("01109002512345678", "000-25.12345678", 1)]
    [InlineData("04099002100000001", "900-21.00000001", 0)]
    public void A_number_of_Desktop_shows_with_a_nine(string digits, string desktop, int revision)
    {
        CoretaxNumber.TryParse(digits, out var number).Should().BeTrue();

        number.Desktop.Should().Be(Sample.Number(desktop));
        number.Revision.Should().Be(revision);
        CoretaxNumber.Of(digits[..2], revision == 1, Sample.Number(desktop)).Should().Be(number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0100250000000000")]
    [InlineData("010025000000000012")]
    [InlineData("11002500000000001")]
    [InlineData("0100250000000000x")]
    public void Anything_else_is_no_number_of_Coretax(string? typed) => CoretaxNumber.TryParse(typed, out _).Should().BeFalse();

    [Theory]
    [InlineData("APPROVED", CoretaxStatus.Approved, true, TaxApproval.Approved)]
    [InlineData("Saved Invalid", CoretaxStatus.SavedInvalid, false, TaxApproval.Unknown)]
    [InlineData("SIGNING_IN_PROGRESS", CoretaxStatus.SigningInProgress, false, TaxApproval.Unknown)]
    [InlineData("CREATED", CoretaxStatus.Created, false, TaxApproval.Unknown)]
    [InlineData("amended ", CoretaxStatus.Amended, true, TaxApproval.Replaced)]
    [InlineData("WAITING FOR AMENDMENT", CoretaxStatus.WaitingForAmendment, true, TaxApproval.Approved)]
    [InlineData("WAITING FOR CANCELLATION", CoretaxStatus.WaitingForCancellation, true, TaxApproval.Approved)]
    [InlineData("CANCELED", CoretaxStatus.Canceled, true, TaxApproval.Approved)]
    [InlineData("CANCELLED", CoretaxStatus.Canceled, true, TaxApproval.Approved)]
    [InlineData("REJECTED", CoretaxStatus.Rejected, false, TaxApproval.Unknown)]
    [InlineData("CREDITED", CoretaxStatus.Approved, true, TaxApproval.Approved)]
    public void A_state_says_whether_its_number_is_final(string word, CoretaxStatus status, bool final, TaxApproval approval)
    {
        CoretaxStatuses.Parse(word).Should().Be(status);
        (status.IsFinal(), status.Approval()).Should().Be((final, approval));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PAID")]
    public void A_word_that_is_no_state_is_none(string word) => CoretaxStatuses.Parse(word).Should().BeNull();
}
