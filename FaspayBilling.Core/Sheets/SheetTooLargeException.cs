namespace FaspayBilling.Core.Sheets;

/// <summary>A file that goes on beyond <see cref="SheetLimits"/>.</summary>
internal sealed class SheetTooLargeException : Exception;
