namespace FaspayBilling.Core.Domain;

/// <summary>An expected "no": a stable code, a sentence for people and, for bad input, the field it is about.</summary>
/// <param name="Kind">What sort of "no" it is.</param>
/// <param name="Code">Lower-case dotted code; tested, never reused.</param>
/// <param name="Sentence">What is wrong and the way out, in plain words.</param>
/// <param name="Field">Name of the request's field, when one field is to blame.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Sentence, string? Field = null);
