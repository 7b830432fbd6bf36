using System.Collections.Concurrent;

namespace FaspayBilling.Tests.Storms;

/// <summary>The caller's own record: what was asked for, and what was answered.</summary>
internal sealed class Told
{
    private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> wrong = new();
    private int repeated;

    /// <summary>Things answered, each counted once.</summary>
    public int Count => answers.Count;

    /// <summary>The same by what it was: <c>bill</c>, <c>document</c>, <c>save</c> and so on.</summary>
    public IReadOnlyDictionary<string, int> Kinds => answers.Keys.Select(key => key.Split(' '))
        .CountBy(words => words.Length == 3 ? words[2] : words[0], StringComparer.Ordinal)
        .ToDictionary(kind => kind.Key, kind => kind.Value, StringComparer.Ordinal);

    /// <summary>Answers to what had been answered before.</summary>
    public int Repeated => repeated;

    /// <summary>What cannot be, in words.</summary>
    public IReadOnlyList<string> Wrong => [.. wrong];

    /// <summary>Everything answered so far: what is read from the database afterwards must hold all of it.</summary>
    public IReadOnlyDictionary<string, string> Answers => new Dictionary<string, string>(answers, StringComparer.Ordinal);

    /// <summary>Every bill that was ever asked for, answered or not.</summary>
    public IReadOnlyCollection<string> Asked => [.. asked.Keys];

    public void Ask(string key) => asked.TryAdd(key, value: true);

    /// <summary>The same again must get the same answer.</summary>
    public void Note(string key, string answer)
    {
        if (answers.TryAdd(key, answer))
        {
            return;
        }

        Interlocked.Increment(ref repeated);
        if (answers[key] != answer)
        {
            Blame($"{key} was answered {answers[key]}, then {answer}");
        }
    }

    public void Blame(string words) => wrong.Enqueue(words);
}
