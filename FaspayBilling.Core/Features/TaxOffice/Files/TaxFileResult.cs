using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>What became of one file of an upload.</summary>
/// <param name="Name">Its name in the zip, safe to show.</param>
/// <param name="State">Stored, replaced an earlier one, kept behind a newer one, waiting, or refused.</param>
/// <param name="InvoiceNumber">The invoice it now belongs to; null when refused or waiting.</param>
/// <param name="Refusal">Why not; null when stored or waiting.</param>
/// <param name="Reason">Why it waits for a choice or is kept behind another; null otherwise.</param>
public sealed record TaxFileResult(string Name, TaxFileResultState State, string? InvoiceNumber, Refusal? Refusal, Message? Reason = null);
