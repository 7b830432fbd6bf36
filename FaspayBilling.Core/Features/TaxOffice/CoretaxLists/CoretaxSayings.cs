using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>What saving a row does, to be said.</summary>
internal static class CoretaxSayings
{
    /// <summary>What happens, why it is a conflict, and what else is worth knowing.</summary>
    public static IReadOnlyList<Message> Of(CoretaxJudgement judged) => judged switch
    {
        { IsConflict: true } => [.. judged.Conflicts, judged.Row.Number is null ? LeftOut : Waits, .. judged.Notes],
        { Effect: CoretaxEffect.Unmatched } => [judged.Row.Number is null ? Numberless : Unmatched],
        { Effect: CoretaxEffect.Same, Invoice: null } => [Settled],
        _ => [Done(judged), .. judged.Notes],
    };

    private static readonly Message LeftOut = Message.Of("coretax-preview.conflict:left-out");
    private static readonly Message Waits = Message.Of("coretax-preview.conflict");
    private static readonly Message Numberless = Message.Of("coretax-preview.no-reference");
    private static readonly Message Unmatched = Message.Of("coretax-preview.unmatched");
    private static readonly Message Settled = Message.Of("coretax-preview.settled");

    private static Message Done(CoretaxJudgement judged)
    {
        var (status, how) = (Value.Term(judged.Row.Status), How(judged.By));
        return judged.Effect switch
        {
            CoretaxEffect.New when judged.Row.Number is null => Message.Of("coretax-preview.state", ("status", status), ("how", how)),
            CoretaxEffect.New => Message.Of("coretax-preview.number", ("status", status), ("how", how)),
            CoretaxEffect.Changed => Message.Of(
                "coretax-preview.changed", ("before", Value.Term(judged.Before!.Value)), ("status", status), ("how", how)),
            _ => Message.Of("coretax-preview.same", ("how", how)),
        };
    }

    private static Value How(CoretaxMatch by) => by switch
    {
        CoretaxMatch.TaxNumber => Message.Of("coretax-preview.how:number"),
        CoretaxMatch.Serial => Message.Of("coretax-preview.how:serial"),
        CoretaxMatch.Number => Message.Of("coretax-preview.how:known"),
        _ => "",
    };
}
