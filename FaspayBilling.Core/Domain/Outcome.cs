namespace FaspayBilling.Core.Domain;

/// <summary>The answer of a handler: done (perhaps with something the user should know) or refused, with every reason.</summary>
public record Outcome
{
    /// <summary>Done, with nothing more to say.</summary>
    public static readonly Outcome Done = new();

    /// <summary>All reasons that apply, the deciding one first; empty when done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>Something to know although it was done, e.g. that no tax invoice number was left.</summary>
    public string? Warning { get; init; }

    /// <summary>The deciding refusal; null when done.</summary>
    public Refusal? Refusal => Refusals.Count == 0 ? null : Refusals[0];

    /// <summary>True when it was done.</summary>
    public bool Ok => Refusals.Count == 0;

    /// <summary>The refusal that is about <paramref name="field"/>, if there is one.</summary>
    public Refusal? About(string field) => Refusals.FirstOrDefault(r => r.Field == field);

    public static Outcome Refused(IEnumerable<Refusal> refusals) => new() { Refusals = [.. refusals] };

    public static implicit operator Outcome(Refusal refusal) => new() { Refusals = [refusal] };
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

    public static Outcome<T> With(T value, string? warning = null) => new(value) { Warning = warning };

    public static new Outcome<T> Refused(IEnumerable<Refusal> refusals) => new() { Refusals = [.. refusals] };

    public static implicit operator Outcome<T>(Refusal refusal) => new() { Refusals = [refusal] };

    public static implicit operator Outcome<T>(T value) => new(value);

    private Outcome(T value) => this.value = value;
}
