namespace FaspayBilling.Core.Domain.Shared;

/// <summary>
/// An expected "no": a stable code, what there is to say and, for bad input, the field it is about. The sentence is made where it is
/// shown (<c>Texts/Sentences</c>).
/// </summary>
/// <param name="Kind">What sort of "no" it is.</param>
/// <param name="Code">Lower-case dotted code; tested, never reused.</param>
/// <param name="Message">What is wrong and the way out; its key is the code, with a variant where a code has several sentences.</param>
/// <param name="Field">Name of the request's field, when one field is to blame.</param>
public sealed record Refusal(RefusalKind Kind, string Code, Message Message, string? Field = null)
{
    /// <summary>A rule of the product says no. The key is the code, perhaps with a variant: <c>document.forbidden:issuer</c>.</summary>
    internal static Refusal Rule(string key, params ReadOnlySpan<(string Name, Value Value)> values) =>
        Of(RefusalKind.Rule, key, null, values);

    /// <summary>What was typed or sent is not right; the field is null when it is no single one.</summary>
    internal static Refusal Bad(string key, string? field, params ReadOnlySpan<(string Name, Value Value)> values) =>
        Of(RefusalKind.BadInput, key, field, values);

    /// <summary>It is not there, or not this merchant's.</summary>
    internal static Refusal NotFound(string key, string? field = null) => Of(RefusalKind.NotFound, key, field, []);

    /// <summary>Any other kind of "no".</summary>
    internal static Refusal Of(RefusalKind kind, string key, string? field, params ReadOnlySpan<(string Name, Value Value)> values) =>
        new(kind, Message.TopicOf(key), Message.Of(key, values), field);
}
