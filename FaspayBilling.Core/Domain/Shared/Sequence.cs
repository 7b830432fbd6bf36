using System.Collections;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>A list that is equal to another with equal items in the same order; record equality over arrays is not.</summary>
public sealed class Sequence<T>(T[] items) : IReadOnlyList<T>, IEquatable<Sequence<T>>
    where T : IEquatable<T>
{
    private readonly T[] items = items;

    /// <summary>Without any item.</summary>
    public static readonly Sequence<T> Empty = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Sequence<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
