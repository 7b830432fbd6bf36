using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Audit;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Tests.Support;

/// <summary>Says in English what Core answers, so that a test reads as what a person would.</summary>
internal static class Said
{
    public static string Sentence(this Refusal refusal) => refusal.Message.Sentence();

    public static string Sentence(this Message message) => Sentences.Of(message, Language.English);

    public static string Sentence(this IEnumerable<Message> messages) => Sentences.Of(messages, Language.English);

    public static string What(this HistoryEntry entry) => entry.Message.Sentence();

    public static string What(this HistoryLine line) => line.Message.Sentence();

    /// <summary>A message of no resource is said as it is written.</summary>
    public static Refusal Refusal(RefusalKind kind, string code, string sentence, string? field = null) =>
        new(kind, code, Message.Of(sentence), field);
}
