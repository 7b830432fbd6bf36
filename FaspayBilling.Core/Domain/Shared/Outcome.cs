namespace FaspayBilling.Core.Domain.Shared;

/// <summary>The answer of a handler: done (perhaps with something the user should know) or refused, with every reason.</summary>
public record Outcome
{
    /// <summary>Done, with nothing more to say.</summary>
    public static readonly Outcome Done = new();

    /// <summary>All reasons that apply, the deciding one first; empty when done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What to know although it was done, e.g. that no tax invoice number was left; mostly nothing.</summary>
    public Sequence<Message> Warnings { get; init; } = Sequence<Message>.Empty;

    /// <summary>The first of the warnings; null without any.</summary>
    public Message? Warning => Warnings.Count == 0 ? null : Warnings[0];

    /// <summary>The deciding refusal; null when done.</summary>
    public Refusal? Refusal => Refusals.Count == 0 ? null : Refusals[0];

    /// <summary>True when it was done.</summary>
    public bool Ok => Refusals.Count == 0;

    /// <summary>Done, with what there is to know; what is null says nothing.</summary>
    public static Outcome DoneBut(params ReadOnlySpan<Message?> warnings) => new() { Warnings = Said(warnings) };

    /// <summary>The refusal that is about <paramref name="field"/>, if there is one.</summary>
    public Refusal? About(string field) => Refusals.FirstOrDefault(r => r.Field == field);

    public static Outcome Refused(IEnumerable<Refusal> refusals) => new() { Refusals = [.. refusals] };

    public static implicit operator Outcome(Refusal refusal) => new() { Refusals = [refusal] };

    private protected static Sequence<Message> Said(ReadOnlySpan<Message?> warnings)
    {
        var said = new List<Message>();
        foreach (var warning in warnings)
        {
            said.AddRange(warning is null ? [] : [warning]);
        }

        return said.Count == 0 ? Sequence<Message>.Empty : new([.. said]);
    }
}

/// <summary>The answer of a handler that returns something when it is done.</summary>
public sealed record Outcome<T> : Outcome
{
    private readonly T? value;

    private Outcome()
    {
    }

    /// <summary>What was made or found; asking for it after a refusal is a bug and throws.</summary>
    public T Value => Ok ? value! : throw new InvalidOperationException($"Refused: {Refusal!.Code}");

    public static Outcome<T> With(T value, params ReadOnlySpan<Message?> warnings) => new(value) { Warnings = Said(warnings) };

    public static new Outcome<T> Refused(IEnumerable<Refusal> refusals) => new() { Refusals = [.. refusals] };

    public static implicit operator Outcome<T>(Refusal refusal) => new() { Refusals = [refusal] };

    public static implicit operator Outcome<T>(T value) => new(value);

    private Outcome(T value) => this.value = value;
}
