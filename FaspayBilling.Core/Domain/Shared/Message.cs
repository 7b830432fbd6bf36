using System.Text.Json.Serialization;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>
/// What is to be said, without the words: the sentence is made where it is shown, in the reader's language (<c>Texts/Sentences</c>).
/// Two messages with equal key and equal values are equal.
/// </summary>
/// <param name="Key">
/// Names the sentence, e.g. <c>tax-number.none-available</c>; variants follow a colon: <c>document.forbidden:issuer</c>.
/// </param>
/// <param name="Values">What the sentence asks for.</param>
[JsonConverter(typeof(MessageConverter))]
public sealed record Message(string Key, Sequence<NamedValue> Values)
{
    /// <summary>The key without its variant.</summary>
    public string Topic => TopicOf(Key);

    /// <summary>A message with its values by name: <c>Message.Of("range.year", ("first", Value.Plain(2025)))</c>.</summary>
    public static Message Of(string key, params ReadOnlySpan<(string Name, Value Value)> values)
    {
        var named = new NamedValue[values.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = new(values[i].Name, values[i].Value);
        }

        return new(key, new(named));
    }

    /// <summary>The key without its variant.</summary>
    public static string TopicOf(string key) => key.IndexOf(':', StringComparison.Ordinal) is var end and >= 0 ? key[..end] : key;

    /// <summary>Another variant of it, with the same values.</summary>
    public Message As(string variant) => this with { Key = $"{Topic}:{variant}" };

    /// <summary>The same, its texts as they may be stored (<see cref="PlainText"/>).</summary>
    public Message Cleaned() => this with { Values = new([.. Values.Select(v => v with { Value = v.Value.Cleaned() })]) };

    /// <summary>The same with one more value.</summary>
    public Message And(string name, Value value) => this with { Values = new([.. Values, new(name, value)]) };
}
