using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices;

/// <summary>What a note starts with: the whole of its invoice, so that whole is whole.</summary>
public sealed class NoteContentTests
{
    private static readonly InvoiceLineInput Goods = InvoiceLineInput.Empty with
    {
        Name = "Goods",
        Kind = LineKind.Goods,
        GoodsCode = "870300",
        UnitCode = "UM.0018",
        Quantity = 2.5m,
        Price = 333_333.33m,
        Discount = 1_234.56m,
    };

    private static readonly InvoiceLineInput Car = Goods with { Name = "Car", Quantity = 1, Luxury = true, LuxuryTaxRate = 20 };

    /// <summary>Day, Invoice Tax, transaction code, lines.</summary>
    public static TheoryData<string, bool, string?, InvoiceLineInput[]> Originals => new()
    {
        { "2022-03-31", true, "01", [Goods] }, // 10 %
        { "2024-12-31", true, "01", [Goods, Goods] }, // 11 %
        { "2024-12-31", true, "01", [Car] }, // 11 % then, 12 % of all of it now
        { "2026-11-16", true, "04", [Goods, Goods with { Price = 0.49m, Quantity = 3, Discount = 0 }] },
        { "2026-11-16", true, "01", [Car] },
        { "2026-11-16", true, "07", [Goods] }, // stated, not charged
        { "2026-11-16", false, null, [Goods] },
    };

    [Theory, MemberData(nameof(Originals))]
    public void Crediting_the_whole_is_the_whole_to_the_rupiah(string day, bool taxed, string? code, InvoiceLineInput[] lines)
    {
        var original = Original(day, taxed, code, lines);

        foreach (var module in new[] { true, false })
        {
            foreach (var type in new[] { DocumentType.CreditNote, DocumentType.RefundNote })
            {
                var note = Note(original, type, module);

                note.Total.Should().Be(original.Total, "{0}, module {1}", type, module);
                note.InvoiceDate.Should().Be(Sample.Today);
                (note.InvoiceTax, note.VatAmount, note.LuxuryTaxAmount).Should().Be(
                    module ? (original.InvoiceTax, original.VatAmount, original.LuxuryTaxAmount) : (false, 0, 0));
            }
        }
    }

    [Theory, MemberData(nameof(Originals))]
    public void The_duplicate_of_a_credit_note_credits_the_same(string day, bool taxed, string? code, InvoiceLineInput[] lines)
    {
        var original = Original(day, taxed, code, lines);
        var note = Note(original, DocumentType.CreditNote, module: true);

        var copy = note.Duplicate("INV-FPY-022700001", Sample.Today.AddYears(1), taxDay: original.InvoiceDate);

        (copy.Total, copy.TransactionCode, copy.InvoiceTax).Should().Be((original.Total, note.TransactionCode, original.InvoiceTax));
    }

    [Fact]
    public void Without_the_module_the_tax_that_was_charged_is_a_line_of_its_own()
    {
        var original = Original("2026-11-16", true, "04", [Goods with { Quantity = 1, Price = 1_000_000, Discount = 0 }]);

        var content = NoteContent.Of(original, DocumentType.CreditNote, Sample.Today, 30, eFakturModule: false);

        content.Lines.Select(l => (l.Name, l.Price)).Should().Equal(("Goods", 1_000_000m), ("VAT of INV-FPY-112600001", 110_000m));
    }

    [Fact]
    public void A_note_is_dated_anew_and_writes_to_the_customer_anew()
    {
        var original = Original("2026-10-01", true, "04", [Goods]);

        var content = NoteContent.Of(original, DocumentType.CreditNote, Sample.Today, 30, eFakturModule: true);

        content.Should().BeEquivalentTo(original.Content() with
        {
            Subject = "INV-FPY-112600001: Cars",
            InvoiceDate = Sample.Today,
            DueDate = Sample.Today.AddDays(30),
            DueTime = null,
            Header = "",
            Notes = "",
            NotesOnPdf = false,
            SettlesReference = false,
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public void A_subject_that_is_cut_ends_with_a_whole_letter(string first)
    {
        var original = new TestInvoice { Subject = first + string.Concat(Enumerable.Repeat("🧾", 99)) }.Issued();

        var content = NoteContent.Of(original, DocumentType.CreditNote, Sample.Today, 30, eFakturModule: true);

        content.Subject.Should().StartWith($"INV-FPY-112600001: {first}🧾").And.EndWith("🧾");
        content.Subject.Length.Should().BeInRange(InvoiceContent.LongestSubject - 1, InvoiceContent.LongestSubject);
    }

    [Theory]
    [InlineData("2024-12-31", "01", false, "04")] // a supply of today, in today's everyday code
    [InlineData("2024-12-31", "01", true, "01")] // luxury goods
    [InlineData("2024-12-31", "02", false, "02")]
    [InlineData("2026-10-01", "04", false, "04")]
    public void A_debit_note_is_taxed_by_its_own_day(string day, string code, bool luxury, string noted)
    {
        var original = Original(day, true, code, [luxury ? Car : Goods]);

        var note = Note(original, DocumentType.DebitNote, module: true);

        (note.InvoiceTax, note.TransactionCode).Should().Be((true, noted));
        note.VatAmount.Should().Be(luxury ? 39_852m : 91_531m);
        NoteContent.Of(original, DocumentType.CreditNote, Sample.Today, 30, eFakturModule: true).TransactionCode.Should().Be(code);
    }

    private static Invoice Original(string day, bool taxed, string? code, InvoiceLineInput[] lines)
    {
        var original = new Invoice { MerchantId = 1, Number = "INV-FPY-112600001" };
        original.Write(
            InvoiceContent.Empty with
            {
                CustomerId = 7,
                Subject = "Cars",
                Language = Language.English,
                InvoiceDate = Sample.Day(day),
                DueDate = Sample.Day(day),
                DueTime = new(10, 0),
                InvoiceTax = taxed,
                TransactionCode = code,
                Header = "Dear",
                Notes = "Thanks",
                NotesOnPdf = true,
                Lines = lines,
            },
            "PT Maju",
            "");
        return original;
    }

    private static Invoice Note(Invoice original, DocumentType type, bool module)
    {
        var note = new Invoice { MerchantId = 1, Number = "INV-FPY-112600009", DocumentType = type, RefersToId = 1 };
        note.Write(
            NoteContent.Of(original, type, Sample.Today, 30, module), "PT Maju", "", NoteContent.TaxDay(type, original.InvoiceDate));
        return note;
    }
}
