using CsCheck;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Tests.Properties;

/// <summary>What somebody does next.</summary>
internal enum Deed
{
    Draft,
    Proforma,
    Issue,
    IssueLater,
    Duplicate,
    Delete,
    Pay,
    UndoPayment,
    CreditNote,
    DebitNote,
    Withhold,
    UndoWithholding,
    Cancel,
    GiveBack,
    Generate,
    AddRange,
    ExportCsv,
    ExportXml,
    ReadBack,
    UndoReadBack,
    WaitDays,
}

/// <summary>One step of a merchant's life: it is tried whether it may be done or not.</summary>
/// <param name="Deed">What is done.</param>
/// <param name="Which">Chooses among the invoices, payments or lists that are there.</param>
/// <param name="Size">How much, or how: its meaning is the deed's.</param>
/// <param name="Content">What is written on a new invoice.</param>
internal sealed record Step(Deed Deed, int Which, int Size, InvoiceContent Content)
{
    // Ordinary days beside those of other years: numbers, rates and files differ by them.
    private static readonly Gen<DateOnly> Days = Gen.Frequency(
        (4, Gen.Int[0, 20].Select(days => new DateOnly(2026, 11, 16).AddDays(-days))),
        (1, Gen.OneOf(new DateOnly(2025, 1, 15), new DateOnly(2025, 6, 30), new DateOnly(2024, 12, 31), new DateOnly(2026, 12, 31))));

    // What takes several steps in the right order comes oftener, or hardly any life would get so far.
    private static readonly Deed[] Seldom =
    [
        Deed.Issue, Deed.AddRange, Deed.Generate, Deed.Generate, Deed.Cancel, Deed.GiveBack, Deed.Pay, Deed.UndoPayment,
        Deed.UndoPayment, Deed.Withhold, Deed.UndoWithholding, Deed.UndoWithholding,
    ];

    /// <summary>From nothing to a dozen and a half steps; the first ones make something to act on.</summary>
    public static readonly Gen<Step[]> Lives =
        from first in One(Gen.OneOf(Deed.Issue, Deed.Issue, Deed.Draft)).Array[1, 3]
        from then in One(Gen.Frequency((1, Gen.Enum<Deed>()), (1, Gen.OneOf(Seldom)))).Array[0, 15]
        select (Step[])[.. first, .. then];

    public override string ToString() => Deed is Deed.Draft or Deed.Proforma or Deed.Issue
        ? $"{Deed} {Content.InvoiceDate:yyyy-MM-dd} {(Content.InvoiceTax ? Content.TransactionCode : "untaxed")} "
            + string.Join(" + ", Content.Lines.Select(l => $"{l.Quantity}×{l.Price}-{l.Discount}"))
        : $"{Deed} {Which}/{Size}";

    private static Gen<Step> One(Gen<Deed> deeds) =>
        from deed in deeds
        from which in Gen.Int[0, 999]
        from size in Gen.Int[0, 999]
        from taxed in Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)))
        from usual in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        from content in Generated.Content(Days, decimals: 2, luxury: false)
        select new Step(deed, which, size, Wanted(content, taxed, usual));

    // Most are plain: with any code of all every other one would be refused at its issue.
    private static InvoiceContent Wanted(InvoiceContent content, bool taxed, bool usual) =>
        !taxed ? content with { InvoiceTax = false, TransactionCode = null, EffectiveVatRate = null }
        : usual ? content with
        {
            TransactionCode = content.InvoiceDate!.Value.Year < 2025 ? "01" : "04",
            EffectiveVatRate = null,
            AdditionalInfo = null,
            FacilityStamp = null,
        }
        : content;
}
