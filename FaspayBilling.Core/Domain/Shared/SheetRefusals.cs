namespace FaspayBilling.Core.Domain.Shared;

/// <summary>The "no" about files with rows.</summary>
public static class SheetRefusals
{
    public static readonly Refusal SheetUnreadable = Refusal.Bad("sheet.not-readable", "File");
    public static readonly Refusal SheetLocked = Refusal.Bad("sheet.not-readable:locked", "File");
    public static readonly Refusal SheetMarkup = Refusal.Bad("sheet.not-readable:markup", "File");
    public static readonly Refusal SheetEmpty = Refusal.Bad("sheet.not-readable:empty", "File");
    public static readonly Refusal SheetTooLarge = Refusal.Bad("sheet.too-large", "File");

    /// <param name="place">Where it was found, e.g. <c>sheet.at:row</c>.</param>
    /// <param name="found">What was too much, e.g. <c>sheet.limit:cell</c>.</param>
    public static Refusal SheetTooLargeAt(Message place, Message found) =>
        Refusal.Bad("sheet.too-large:at", "File", ("place", place), ("found", found));

    /// <param name="place">Where it was found, e.g. <c>sheet.at:row</c>.</param>
    public static Refusal SheetDamagedAt(Message place) => Refusal.Bad("sheet.not-readable:at", "File", ("place", place));
}
