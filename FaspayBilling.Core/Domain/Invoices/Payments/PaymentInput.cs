namespace FaspayBilling.Core.Domain.Invoices.Payments;

/// <summary>A payment as somebody typed it.</summary>
/// <param name="Amount">Whole rupiah; null when nothing that reads as a number was typed.</param>
/// <param name="Date">The day it was received, at most ten years back.</param>
/// <param name="Method">One of <see cref="PaymentRules.Methods"/>.</param>
/// <param name="Note">At most 300 characters.</param>
/// <param name="AboveOutstandingConfirmed">The user saw that it is more than what is owed and wants it so.</param>
/// <param name="BeforeInvoiceConfirmed">The user saw that it is dated before the invoice and wants it so.</param>
public sealed record PaymentInput(
    decimal? Amount,
    DateOnly? Date,
    string Method,
    string Note = "",
    bool AboveOutstandingConfirmed = false,
    bool BeforeInvoiceConfirmed = false)
{
    public const decimal Most = 9_999_999_999_999m;
    public const int LongestNote = 300;
}
