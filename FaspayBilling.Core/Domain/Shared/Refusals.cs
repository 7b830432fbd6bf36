namespace FaspayBilling.Core.Domain.Shared;

/// <summary>The "no" that is of no single room: code, sentence, field. Codes are stable: tested, never reused.</summary>
public static class Refusals
{
    public static Refusal NotAllowed(Role needed) =>
        Refusal.Of(RefusalKind.NotAllowed, "not-allowed", field: null, ("role", Value.Term(needed)));

    public static readonly Refusal ChangedElsewhere = Refusal.Of(RefusalKind.ChangedElsewhere, "changed-elsewhere", field: null);

    /// <summary>The form was saved before, with something else in it.</summary>
    public static Refusal SentBefore(string result) =>
        Refusal.Of(RefusalKind.ChangedElsewhere, "form.sent-before", field: null, ("result", result));

    /// <summary>The same for who is in a form: it keeps what was typed, and the page behind it reads nothing again.</summary>
    public static readonly Refusal FormChangedElsewhere = ChangedElsewhere with { Message = Message.Of("changed-elsewhere:form") };

    /// <summary>The session ended, or its user was locked, removed or given another role since the page was opened.</summary>
    public static readonly Refusal SessionEnded = Refusal.Of(RefusalKind.NotAllowed, "session.ended", field: null);

    /// <summary>A stranger may sit at the open page: the password or a passkey first.</summary>
    public static readonly Refusal ProofNeeded = Refusal.Of(RefusalKind.NeedsProof, "session.prove", field: null);

    public static readonly Refusal ModuleOff = Refusal.Rule("module.off");

    /// <summary>The database is full, read-only, locked, away or has no connection free.</summary>
    public static readonly Refusal DatabaseUnavailable = Refusal.Of(RefusalKind.Unavailable, "database.unavailable", field: null);

    /// <summary>It went away at the last moment, so that nobody knows whether it was done.</summary>
    public static readonly Refusal DatabaseUnavailableUnknown =
        DatabaseUnavailable with { Message = Message.Of("database.unavailable:unknown") };

    /// <summary>The same for a caller of an API: its call again does nothing twice.</summary>
    public static readonly Refusal DatabaseUnavailableUnknownCall =
        DatabaseUnavailable with { Message = Message.Of("database.unavailable:unknown-call") };

    /// <summary>It could not even be read.</summary>
    public static readonly Refusal DatabaseUnavailableReading =
        DatabaseUnavailable with { Message = Message.Of("database.unavailable:reading") };

    /// <summary>Of a long work some was done before.</summary>
    public static readonly Refusal DatabaseUnavailableLater =
        DatabaseUnavailable with { Message = Message.Of("database.unavailable:later") };

    /// <summary>The refusals of a piece of a long work, said so that they are true of the whole.</summary>
    /// <param name="refusals">Of the piece.</param>
    /// <param name="before">Whether pieces before it were done.</param>
    public static IReadOnlyList<Refusal> OfAPiece(IReadOnlyList<Refusal> refusals, bool before) =>
        before && refusals is [{ Kind: RefusalKind.Unavailable } only] && only.Message.Key != DatabaseUnavailableUnknown.Message.Key
            ? [DatabaseUnavailableLater]
            : refusals;
}
