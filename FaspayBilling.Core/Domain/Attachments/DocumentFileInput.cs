namespace FaspayBilling.Core.Domain.Attachments;

/// <summary>What somebody says of a file that is kept with an invoice.</summary>
public sealed record DocumentFileInput
{
    /// <summary>The field that refusals of the file itself name.</summary>
    public const string File = "File";

    public const int LongestName = 200;
    public const int LongestDescription = 300;
    public const int LongestWithholdingNumber = 60;
    public const decimal MostWithheld = 9_999_999_999_999m;

    /// <summary>Bytes that a file may have: 2 MB.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    public AttachmentType Type { get; init; } = AttachmentType.Supporting;

    public string Description { get; init; } = "";

    /// <summary>It goes with the mail and stands on the bill page.</summary>
    public bool ForCustomer { get; init; }

    /// <summary>WHT No; this and the next three only count with withholding tax.</summary>
    public string WithholdingNumber { get; init; } = "";

    /// <summary>Whole rupiah; null when nothing that reads as a number was typed.</summary>
    public decimal? WithholdingAmount { get; init; }

    public DateOnly? WithholdingDate { get; init; }

    /// <summary>Deduct Amount Due: the amount lowers what is owed.</summary>
    public bool Deducts { get; init; }

    /// <summary>The user saw that the deduction is more than what is owed and wants it so.</summary>
    public bool AboveOutstandingConfirmed { get; init; }
}
