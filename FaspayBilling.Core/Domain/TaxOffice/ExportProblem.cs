using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>One thing that keeps an invoice from being exported.</summary>
/// <param name="Code">Lower-case words with hyphens; tested, never reused.</param>
/// <param name="Message">What is wrong and what helps; its key is the code under <c>export-problem</c>, perhaps with a variant.</param>
/// <param name="Place">Where it is mended.</param>
public sealed record ExportProblem(string Code, Message Message, ProblemLocation Place)
{
    /// <summary>The field of the invoice form that mends it, e.g. <c>Lines[2].Price</c>; null when it is mended elsewhere.</summary>
    public string? Field { get; init; }

    private const string Prefix = "export-problem.";

    internal static ExportProblem Of(ProblemLocation place, string key, params ReadOnlySpan<(string Name, Value Value)> values) =>
        new(Message.TopicOf(key), Message.Of(Prefix + key, values), place);
}
