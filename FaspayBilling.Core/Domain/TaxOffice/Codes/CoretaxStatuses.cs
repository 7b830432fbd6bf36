namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>Coretax's words for the states of a tax invoice, and what follows from them.</summary>
public static class CoretaxStatuses
{
    public static readonly IReadOnlyList<CoretaxStatus> All = Enum.GetValues<CoretaxStatus>();

    /// <summary>The word in the tax office's list.</summary>
    public static string Text(this CoretaxStatus status) => status switch
    {
        CoretaxStatus.Created => "CREATED",
        CoretaxStatus.SavedInvalid => "SAVED INVALID",
        CoretaxStatus.SigningInProgress => "SIGNING IN PROGRESS",
        CoretaxStatus.Approved => "APPROVED",
        CoretaxStatus.Amended => "AMENDED",
        CoretaxStatus.WaitingForAmendment => "WAITING FOR AMENDMENT",
        CoretaxStatus.WaitingForCancellation => "WAITING FOR CANCELLATION",
        CoretaxStatus.Canceled => "CANCELED",
        CoretaxStatus.Rejected => "REJECTED",
    };

    /// <summary>The number was given for good and is spent whatever comes.</summary>
    public static bool IsFinal(this CoretaxStatus status) => status switch
    {
        CoretaxStatus.Approved
            or CoretaxStatus.Amended
            or CoretaxStatus.WaitingForAmendment
            or CoretaxStatus.WaitingForCancellation
            or CoretaxStatus.Canceled => true,
        CoretaxStatus.Created or CoretaxStatus.SavedInvalid or CoretaxStatus.SigningInProgress or CoretaxStatus.Rejected => false,
    };

    /// <summary>
    /// What it means for the number: an amended tax invoice was replaced, every other final state began with an approval.
    /// </summary>
    public static TaxApproval Approval(this CoretaxStatus status) =>
        status == CoretaxStatus.Amended ? TaxApproval.Replaced : status.IsFinal() ? TaxApproval.Approved : TaxApproval.Unknown;

    /// <summary>
    /// Reads a word of the list, however it is spaced or cased; what buyers do (CREDITED, UNCREDITED) follows an approval. Null for
    /// any other word.
    /// </summary>
    public static CoretaxStatus? Parse(string word)
    {
        var letters = Letters(word);
        return letters switch
        {
            "CREDITED" or "UNCREDITED" => CoretaxStatus.Approved,
            "CANCELLED" => CoretaxStatus.Canceled,
            _ => All.Where(s => Letters(s.Text()) == letters).Select(s => (CoretaxStatus?)s).FirstOrDefault(),
        };
    }

    private static string Letters(string word) => new([.. word.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)]);
}
