using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>The "no" about E-Faktur numbers, ranges and thresholds.</summary>
public static class TaxNumberRefusals
{
    public static readonly Refusal TaxInactive = Refusal.Rule("tax-number.tax-inactive");
    public static readonly Refusal AlreadyHasTaxNumber = Refusal.Rule("tax-number.already-has-one");
    public static readonly Refusal NoTaxNumberToCancel = Refusal.Rule("tax-number.none-to-cancel");
    public static readonly Refusal ReleaseInvoiceNotCancelled = Refusal.Rule("tax-number.invoice-not-cancelled");
    public static readonly Refusal ReleaseFileUploaded = Refusal.Rule("tax-number.file-uploaded");
    public static readonly Refusal TaxNumberApproved = Refusal.Rule("tax-number.approved");
    public static readonly Refusal TaxNumberExported = Refusal.Of(RefusalKind.NeedsConfirmation, "tax-number.exported", field: null);

    public static Refusal NoneAvailable(int year) =>
        Refusal.Rule("tax-number.none-available", ("year", Value.Plain(year)));

    public static readonly Refusal RangeNotFound = Refusal.NotFound("range.not-found");
    public static readonly Refusal RangeEndBeforeStart = Refusal.Bad("range.end-before-start", nameof(RangeInput.End));
    public static readonly Refusal RangeBlocksDiffer = Refusal.Bad("range.blocks-differ", nameof(RangeInput.End));
    public static readonly Refusal RangeSerialZero = Refusal.Bad("range.serial-zero", nameof(RangeInput.Start));
    public static readonly Refusal RangeTooLong = Refusal.Bad("range.too-long", nameof(RangeInput.End));
    public static readonly Refusal RangeInUse = Refusal.Rule("range.in-use");

    public static Refusal RangeYear(int currentYear) =>
        Refusal.Bad(
            "range.year", nameof(RangeInput.Year), ("first", Value.Plain(currentYear - 1)), ("last", Value.Plain(currentYear + 1)));

    public static Refusal RangeNot13Digits(string field) =>
        Refusal.Bad(field == nameof(RangeInput.Start) ? "range.not-13-digits:start" : "range.not-13-digits:end", field);

    public static Refusal RangeOverlap(TaxNumberRange other) =>
        Refusal.Bad(
            "range.overlap",
            nameof(RangeInput.Start),
            ("start", other.Start.ToString()),
            ("end", other.End.ToString()),
            ("year", Value.Plain(other.Year)));

    public static Refusal RangeStartInUse(TaxNumber start) =>
        Refusal.Bad("range.start-in-use", nameof(RangeInput.Start), ("start", start.ToString()));

    public static Refusal RangeEndBelowUsed(TaxNumber highest) =>
        Refusal.Bad("range.end-below-used", nameof(RangeInput.End), ("highest", highest.ToString()));

    public static readonly Refusal ThresholdLimit = Refusal.Bad("threshold.limit", "Limit");
}
