namespace FaspayBilling.Core.Domain.Shared;

/// <summary>What sort of "no" a refusal is; screens and APIs map the kind, never single codes.</summary>
public enum RefusalKind
{
    /// <summary>A field holds something that cannot be accepted.</summary>
    BadInput,

    /// <summary>The thing does not exist, or belongs to another merchant: both look the same.</summary>
    NotFound,

    /// <summary>The actor's role does not cover the action.</summary>
    NotAllowed,

    /// <summary>The state of the data forbids the action.</summary>
    Rule,

    /// <summary>The row changed since it was read.</summary>
    ChangedElsewhere,

    /// <summary>Possible, but only after one more explicit confirmation.</summary>
    NeedsConfirmation,

    /// <summary>Possible, but only after the user has given the password or a passkey again.</summary>
    NeedsProof,

    /// <summary>Nothing is wrong with what was asked, but it cannot be done now; the same may work in a moment.</summary>
    Unavailable,
}
