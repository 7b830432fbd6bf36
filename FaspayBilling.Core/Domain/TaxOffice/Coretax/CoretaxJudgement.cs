using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>What is to be made of one row of the list.</summary>
/// <param name="Row">The row.</param>
/// <param name="Effect">What saving it does.</param>
/// <param name="Invoice">The invoice that it belongs to, or that it most likely belongs to; null without any.</param>
/// <param name="By">How it found it.</param>
/// <param name="Conflicts">Every contradiction that nobody accepted yet; the row is with no invoice while there is one.</param>
/// <param name="Notes">What is worth knowing besides.</param>
/// <param name="Candidates">Keys of all invoices that it may belong to.</param>
/// <param name="Before">What the list said before; null for a number that is new to its invoice.</param>
public sealed record CoretaxJudgement(
    CoretaxListRow Row,
    CoretaxEffect Effect,
    Invoice? Invoice,
    CoretaxMatch By,
    Sequence<Message> Conflicts,
    Sequence<Message> Notes,
    Sequence<long> Candidates,
    CoretaxStatus? Before)
{
    /// <summary>True when it speaks against something.</summary>
    public bool IsConflict => Conflicts.Count > 0;

    /// <summary>True when somebody has to choose or dismiss it once it is saved.</summary>
    public bool Waits(CoretaxFacts facts) =>
        Row.Number is not null
        && (IsConflict || Effect == CoretaxEffect.Unmatched || (Invoice is null && facts.Known(Row) is { Waits: true, InvoiceId: null }));
}
