using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxOffice.Coretax;

public sealed class CoretaxWordsTests
{
    [Theory]
    [InlineData("Waiting For Cancelation", CoretaxStatus.WaitingForCancellation)]
    [InlineData("Menunggu Pembatalan", CoretaxStatus.WaitingForCancellation)]
    [InlineData("Waiting For Amendment", CoretaxStatus.WaitingForAmendment)]
    [InlineData("Menunggu Penggantian", CoretaxStatus.WaitingForAmendment)]
    [InlineData("Disetujui", CoretaxStatus.Approved)]
    [InlineData("Dibatalkan", CoretaxStatus.Canceled)]
    [InlineData("Diganti", CoretaxStatus.Amended)]
    [InlineData("Ditolak", CoretaxStatus.Rejected)]
    [InlineData("Dibuat", CoretaxStatus.Created)]
    [InlineData("Disimpan Tidak Valid", CoretaxStatus.SavedInvalid)]
    [InlineData("Dikreditkan", CoretaxStatus.Approved)]
    public void A_state_is_read_in_either_language_and_spelling(string word, CoretaxStatus status) =>
        CoretaxStatuses.Parse(word).Should().Be(status);

    [Fact]
    public void What_a_row_said_is_kept_without_loss()
    {
        var word = new CoretaxRowWord(
            "PO \"4711\"\nand more", CoretaxStatus.Amended, new(2026, 11, 16), new(2026, 10, 1), "PT Maju", "0026015362054000", 1.25m, 3m,
            Sample.Now, 7, new([Message.Of("coretax-conflict.vat", ("there", Value.Money(1.5m)), ("here", "a\nb"))]),
            new([Message.Of("coretax-conflict.base"), Message.Of("coretax-conflict.month", ("there", Value.Month(Sample.Today)))]),
            new([7, 9]), Sample.Now.AddDays(1), "Fina");

        CoretaxRowWord.Read(word.Write()).Should().Be(word);
        var bare = word with { Month = null, InvoiceId = null, Conflicts = Sequence<Message>.Empty, Candidates = Sequence<long>.Empty };
        CoretaxRowWord.Read(bare.Write()).Should().Be(bare);
    }

    [Fact]
    public void What_an_invoice_was_told_is_kept_without_loss()
    {
        var word = new TaxOfficeWord("04002600000000001", CoretaxStatus.Approved, TaxApproval.Replaced, Sample.Now, Contested: true);

        TaxOfficeWord.Read(word.Write()).Should().Be(word);
        TaxOfficeWord.Read((word with { Number = null, Status = null, ReadAt = null }).Write())
            .Should().Be(word with { Number = null, Status = null, ReadAt = null });
    }
}
