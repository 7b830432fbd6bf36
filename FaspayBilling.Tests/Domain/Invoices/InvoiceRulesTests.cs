using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices;

/// <summary>What is refused, with the field it is about.</summary>
public sealed class InvoiceRulesTests
{
    private static readonly InvoiceLineInput Line = InvoiceLineInput.Empty with { Name = "Hosting", Quantity = 2.5m, Price = 400_000m };

    private static readonly InvoiceContent Good = TestInvoice.Content with { Lines = [Line] };

    public static TheoryData<string, InvoiceContent, string, string> Refused => new()
    {
        { "no customer", Good with { CustomerId = null }, "invoice.customer", "CustomerId" },
        { "long subject", Good with { Subject = new string('x', 201) }, "invoice.subject", "Subject" },
        { "no date", Good with { InvoiceDate = null }, "invoice.date", "InvoiceDate" },
        { "before 2020", Good with { InvoiceDate = new(2019, 12, 31) }, "invoice.date", "InvoiceDate" },
        {
            "far ahead",
            Good with { InvoiceDate = Sample.Today.AddYears(1).AddDays(1), DueDate = Sample.Today.AddYears(2) },
            "invoice.date",
            "InvoiceDate"
        },
        { "no due date", Good with { DueDate = null }, "invoice.due", "DueDate" },
        { "due before", Good with { DueDate = Sample.Today.AddDays(-1) }, "invoice.due", "DueDate" },
        { "due too late", Good with { DueDate = Sample.Today.AddYears(10).AddDays(1) }, "invoice.due", "DueDate" },
        { "no code", Good with { TransactionCode = null }, "invoice.transaction-code", "TransactionCode" },
        { "unknown code", Good with { TransactionCode = "11" }, "invoice.transaction-code", "TransactionCode" },
        { "07 without facility", Good with { TransactionCode = "07" }, "invoice.facility", "AdditionalInfo" },
        {
            "08 with one of 07",
            Good with { TransactionCode = "08", AdditionalInfo = "TD.00511", FacilityStamp = "TD.01111" },
            "invoice.facility",
            "AdditionalInfo"
        },
        {
            "another stamp",
            Good with { TransactionCode = "07", AdditionalInfo = "TD.00501", FacilityStamp = "TD.01102" },
            "invoice.facility",
            "AdditionalInfo"
        },
        { "long document", Good with { SupportingDocument = new string('x', 101) }, "invoice.supporting-document", "SupportingDocument" },
        { "long header", Good with { Header = new string('x', 2_001) }, "invoice.header", "Header" },
        { "long notes", Good with { Notes = new string('x', 2_001) }, "invoice.notes", "Notes" },
        { "no lines", Good with { Lines = [] }, "invoice.lines", "Lines" },
        { "too many lines", Good with { Lines = [.. Enumerable.Repeat(Line, 1_001)] }, "invoice.lines", "Lines" },
        { "nothing to pay", Good with { Lines = [Line with { Price = 0 }] }, "invoice.total", "Lines" },
        { "too much", Good with { Lines = [Line with { Quantity = 1, Price = InvoiceContent.Most }] }, "invoice.total", "Lines" },
        { "no name", Second(Line with { Name = "  " }), "invoice.line-name", "Lines[1].Name" },
        { "long name", Second(Line with { Name = new string('x', 301) }), "invoice.line-name", "Lines[1].Name" },
        { "short code", Second(Line with { GoodsCode = "0101" }), "invoice.line-code", "Lines[1].GoodsCode" },
        { "letters", Second(Line with { GoodsCode = "01010A" }), "invoice.line-code", "Lines[1].GoodsCode" },
        { "unknown unit", Second(Line with { UnitCode = "UM.0040" }), "invoice.line-unit", "Lines[1].UnitCode" },
        { "long unit", Second(Line with { Unit = new string('x', 41) }), "invoice.line-unit", "Lines[1].UnitCode" },
        { "no quantity", Second(Line with { Quantity = null }), "invoice.line-quantity", "Lines[1].Quantity" },
        { "zero", Second(Line with { Quantity = 0 }), "invoice.line-quantity", "Lines[1].Quantity" },
        { "five decimals", Second(Line with { Quantity = 1.00001m }), "invoice.line-quantity", "Lines[1].Quantity" },
        { "too many", Second(Line with { Quantity = 1_000_000_000m, Price = 1 }), "invoice.line-quantity", "Lines[1].Quantity" },
        { "no price", Second(Line with { Price = null }), "invoice.line-price", "Lines[1].Price" },
        { "negative", Second(Line with { Price = -1 }), "invoice.line-price", "Lines[1].Price" },
        { "three decimals", Second(Line with { Price = 1.005m }), "invoice.line-price", "Lines[1].Price" },
        { "unreadable discount", Second(Line with { Discount = null }), "invoice.line-discount", "Lines[1].Discount" },
        { "more off than on", Second(Line with { Discount = 1_000_000.01m }), "invoice.line-discount", "Lines[1].Discount" },
        { "too large an amount", Second(Line with { Quantity = 3, Price = 9_000_000_000_000m }), "invoice.line-amount", "Lines[1].Price" },
        {
            "luxury tax above 200 %",
            Second(Line with { Luxury = true, LuxuryTaxRate = 200.01m }),
            "invoice.line-luxury-tax",
            "Lines[1].LuxuryTaxRate"
        },
        {
            "no luxury tax rate",
            Second(Line with { Luxury = true, LuxuryTaxRate = null }),
            "invoice.line-luxury-tax",
            "Lines[1].LuxuryTaxRate"
        },
    };

    public static TheoryData<string, InvoiceContent> Fine => new()
    {
        { "plain", Good },
        { "untaxed without code", Good with { InvoiceTax = false, TransactionCode = null } },
        { "untaxed with a leftover code", Good with { InvoiceTax = false, TransactionCode = "07" } },
        { "2020", Good with { InvoiceDate = new(2020, 1, 1), DueDate = new(2020, 1, 1) } },
        { "due on the day", Good with { DueDate = Sample.Today } },
        { "07 with its facility", Good with { TransactionCode = "07", AdditionalInfo = "TD.00527", FacilityStamp = "TD.01127" } },
        { "a line for nothing beside others", Second(Line with { Price = 0 }) },
        { "all off one line", Second(Line with { Discount = 1_000_000m }) },
        { "a rate that nobody sees", Second(Line with { LuxuryTaxRate = null }) },
        { "1,000 lines", Good with { Lines = [.. Enumerable.Repeat(Line, 1_000)] } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Each_fault_is_named_alone_with_its_field(string fault, InvoiceContent input, string code, string field) =>
        InvoiceRules.WhyNot(input, Sample.Today).Select(r => (r.Code, r.Field)).Should().Equal([(code, field)], fault);

    [Theory]
    [MemberData(nameof(Fine))]
    public void What_is_fine_is_not_refused(string what, InvoiceContent input) =>
        InvoiceRules.WhyNot(input, Sample.Today).Should().BeEmpty(what);

    [Fact]
    public void All_faults_are_named_at_once() =>
        InvoiceRules
            .WhyNot(
                InvoiceContent.Empty with { InvoiceTax = true, Lines = [Line, InvoiceLineInput.Empty with { Quantity = null }] },
                Sample.Today)
            .Select(r => r.Field)
            .Should().Equal(
                "CustomerId", "InvoiceDate", "DueDate", "TransactionCode", "Lines[1].Name", "Lines[1].Quantity", "Lines[1].Price");

    private static InvoiceContent Second(InvoiceLineInput line) => Good with { Lines = [Line, line] };
}
