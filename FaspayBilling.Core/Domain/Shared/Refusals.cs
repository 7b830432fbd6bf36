namespace FaspayBilling.Core.Domain.Shared;

/// <summary>The "no" that is of no single room: code, sentence, field. Codes are stable: tested, never reused.</summary>
public static class Refusals
{
    public static Refusal NotAllowed(Role needed) =>
        Refusal.Of(RefusalKind.NotAllowed, "not-allowed", field: null, ("role", Value.Term(needed)));

    public static readonly Refusal ChangedElsewhere = Refusal.Of(RefusalKind.ChangedElsewhere, "changed-elsewhere", field: null);
    public static readonly Refusal ModuleOff = Refusal.Rule("module.off");
}
