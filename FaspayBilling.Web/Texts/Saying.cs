using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Web.Texts;

/// <summary>Says what Core answers, in the language of whoever reads the page that is made now.</summary>
public static class Saying
{
    public static string Say(this Message message) => Sentences.Of(message, Reader.Language);

    public static string Say(this IEnumerable<Message> messages) => Sentences.Of(messages, Reader.Language);

    public static string Say(this Refusal refusal) => refusal.Message.Say();

    public static string Say(this Enum member) => Sentences.Of(member, Reader.Language);

    /// <summary>In English word for word, for machines: the APIs' answers are documented so.</summary>
    public static string InEnglish(this Refusal refusal) => Sentences.Of(refusal.Message, Language.English);
}
