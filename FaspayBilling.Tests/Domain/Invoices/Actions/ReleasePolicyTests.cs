using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices.Actions;

public sealed class ReleasePolicyTests
{
    public static TheoryData<InvoiceStatus, bool, bool, bool, bool, TaxApproval> WholeTable()
    {
        bool[] both = [false, true];
        var rows =
            from status in Enum.GetValues<InvoiceStatus>()
            from taxed in both
            from file in both
            from number in both
            from exported in both
            from approval in Enum.GetValues<TaxApproval>()
            select (status, taxed, file, number, exported, approval);
        var table = new TheoryData<InvoiceStatus, bool, bool, bool, bool, TaxApproval>();
        foreach (var (status, taxed, file, number, exported, approval) in rows)
        {
            table.Add(status, taxed, file, number, exported, approval);
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(WholeTable))]
    public void A_number_is_given_back_only_if_every_condition_holds(
        InvoiceStatus status, bool taxed, bool file, bool number, bool exported, TaxApproval approval)
    {
        var facts = Sample.Facts(status) with
        {
            InvoiceTax = taxed,
            HasTaxFile = file,
            HasTaxNumber = number,
            Exported = exported,
            TaxApproval = approval
        };

        // Written once more from docs/rules.md 5: all codes that apply.
        var applying = new List<string>();
        if (!number)
        {
            applying.Add("tax-number.none-to-cancel");
        }

        if (status != InvoiceStatus.Cancelled)
        {
            applying.Add("tax-number.invoice-not-cancelled");
        }

        if (!taxed)
        {
            applying.Add("tax-number.tax-inactive");
        }

        if (file)
        {
            applying.Add("tax-number.file-uploaded");
        }

        if (approval is TaxApproval.Approved or TaxApproval.Replaced)
        {
            applying.Add("tax-number.approved");
        }

        (ReleasePolicy.WhyNot(facts)?.Code).Should().Be(applying.FirstOrDefault());
        (ReleasePolicy.WhyConfirm(facts, neverApprovedConfirmed: false)?.Code).Should().Be(exported ? "tax-number.exported" : null);
        ReleasePolicy.WhyConfirm(facts, neverApprovedConfirmed: true).Should().BeNull();
    }

    [Theory]
    [InlineData(InvoiceStatus.Cancelled, true, false, "✓✓✓")]
    [InlineData(InvoiceStatus.Unpaid, true, false, "✗✓✓")]
    [InlineData(InvoiceStatus.Cancelled, false, false, "✓✗✓")]
    [InlineData(InvoiceStatus.Cancelled, true, true, "✓✓✗")]
    [InlineData(InvoiceStatus.Draft, false, true, "✗✗✗")]
    public void The_checklist_shows_the_three_documented_conditions_and_which_is_missing(
        InvoiceStatus status, bool taxed, bool file, string marks)
    {
        var conditions = ReleasePolicy.Conditions(Sample.Facts(status) with { InvoiceTax = taxed, HasTaxFile = file });

        conditions.Select(c => (c.Message.Sentence(), c.Refusal.Code)).Should().Equal(
            ("Invoice status is Cancelled", "tax-number.invoice-not-cancelled"),
            ("Invoice Tax is active", "tax-number.tax-inactive"),
            ("No E-Faktur file was uploaded", "tax-number.file-uploaded"));
        string.Concat(conditions.Select(c => c.Holds ? '✓' : '✗')).Should().Be(marks);
    }
}
