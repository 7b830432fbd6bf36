namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>What E-Faktur Files is asked for; all of it stands in the page's address.</summary>
public sealed record TaxFileQuery
{
    /// <summary>
    /// Part of an invoice number or E-Faktur No (13 or 16 digits, punctuation as you like); one or two characters only as the start of
    /// a number.
    /// </summary>
    public string Search { get; init; } = "";

    /// <summary>First month, by invoice date: any day of it.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last month, included.</summary>
    public DateOnly? End { get; init; }

    public TaxFileSort Sort { get; init; } = TaxFileSort.Uploaded;

    public bool Descending { get; init; } = true;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = Domain.Shared.PageSizes.Usual;
}
