using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Storms;

/// <summary>What a storm has come to.</summary>
/// <param name="Database">Which one.</param>
/// <param name="Kills">Since the last result.</param>
/// <param name="Answered">Things answered so far, each once, by what they were.</param>
/// <param name="Repeated">Answers to what was answered before.</param>
/// <param name="Lost">Answered and not there.</param>
/// <param name="Doubled">There twice.</param>
/// <param name="Wrong">Everything else.</param>
/// <param name="Mails">Different mails that left; known at the end.</param>
/// <param name="Copies">Second copies of mails where the program had died; known at the end.</param>
internal sealed record StormResult(
    Database Database,
    IReadOnlyList<Kill> Kills,
    IReadOnlyDictionary<string, int> Answered,
    int Repeated,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Doubled,
    IReadOnlyList<string> Wrong,
    int Mails,
    int Copies);
