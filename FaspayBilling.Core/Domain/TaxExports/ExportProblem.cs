namespace FaspayBilling.Core.Domain.TaxExports;

/// <summary>One thing that keeps an invoice from being exported.</summary>
/// <param name="Code">Lower-case words with hyphens; tested, never reused.</param>
/// <param name="Sentence">What is wrong and what helps.</param>
/// <param name="Place">Where it is mended.</param>
public sealed record ExportProblem(string Code, string Sentence, MendPlace Place);
