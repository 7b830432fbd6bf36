namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>Coretax's words for the states of a tax invoice, and what follows from them.</summary>
public static class CoretaxStatuses
{
    public static readonly IReadOnlyList<CoretaxStatus> All = Enum.GetValues<CoretaxStatus>();

    // How else Coretax and its Indonesian screens write them, letters only; what buyers do (CREDITED) follows an approval.
    private static readonly Dictionary<string, CoretaxStatus> Others = new(StringComparer.Ordinal)
    {
        ["CREDITED"] = CoretaxStatus.Approved,
        ["UNCREDITED"] = CoretaxStatus.Approved,
        ["NOTCREDITED"] = CoretaxStatus.Approved,
        ["DIKREDITKAN"] = CoretaxStatus.Approved,
        ["TIDAKDIKREDITKAN"] = CoretaxStatus.Approved,
        ["BELUMDIKREDITKAN"] = CoretaxStatus.Approved,
        ["DISETUJUI"] = CoretaxStatus.Approved,
        ["CANCELLED"] = CoretaxStatus.Canceled,
        ["DIBATALKAN"] = CoretaxStatus.Canceled,
        ["BATAL"] = CoretaxStatus.Canceled,
        ["WAITINGFORCANCELATION"] = CoretaxStatus.WaitingForCancellation,
        ["MENUNGGUPEMBATALAN"] = CoretaxStatus.WaitingForCancellation,
        ["WAITINGFORAMENDEMENT"] = CoretaxStatus.WaitingForAmendment,
        ["MENUNGGUPENGGANTIAN"] = CoretaxStatus.WaitingForAmendment,
        ["MENUNGGUPERUBAHAN"] = CoretaxStatus.WaitingForAmendment,
        ["DIGANTI"] = CoretaxStatus.Amended,
        ["DIUBAH"] = CoretaxStatus.Amended,
        ["DIBUAT"] = CoretaxStatus.Created,
        ["DISIMPANTIDAKVALID"] = CoretaxStatus.SavedInvalid,
        ["TERSIMPANTIDAKVALID"] = CoretaxStatus.SavedInvalid,
        ["PROSESPENANDATANGANAN"] = CoretaxStatus.SigningInProgress,
        ["DALAMPROSESPENANDATANGANAN"] = CoretaxStatus.SigningInProgress,
        ["SEDANGDITANDATANGANI"] = CoretaxStatus.SigningInProgress,
        ["DITOLAK"] = CoretaxStatus.Rejected,
    };

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

    /// <summary>The tax invoice is in force: approved, and neither cancelled nor replaced by another.</summary>
    public static bool Stands(this CoretaxStatus status) =>
        status is CoretaxStatus.Approved or CoretaxStatus.WaitingForAmendment or CoretaxStatus.WaitingForCancellation;

    /// <summary>
    /// What it means for the number: an amended tax invoice was replaced, every other final state began with an approval.
    /// </summary>
    public static TaxApproval Approval(this CoretaxStatus status) =>
        status == CoretaxStatus.Amended ? TaxApproval.Replaced : status.IsFinal() ? TaxApproval.Approved : TaxApproval.Unknown;

    /// <summary>
    /// Reads a word of the list in either language, however it is spaced or cased; null for any other word.
    /// </summary>
    public static CoretaxStatus? Parse(string word)
    {
        var letters = Letters(word);
        return Others.TryGetValue(letters, out var other) ? other
            : All.Where(s => Letters(s.Text()) == letters).Select(s => (CoretaxStatus?)s).FirstOrDefault();
    }

    private static string Letters(string word) => new([.. word.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)]);
}
