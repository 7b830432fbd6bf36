namespace FaspayBilling.Core.Formats.Reading;

/// <summary>What a <see cref="Frame"/> asks or answers.</summary>
public enum FrameKind : byte
{
    /// <summary>Asks for the text of a PDF.</summary>
    PdfText = 1,

    /// <summary>Asks for a PNG or JPEG to be decoded and made anew.</summary>
    Picture = 2,

    /// <summary>Answers with the text in UTF-8, or with the new picture.</summary>
    Read = 3,

    /// <summary>Answers that the file cannot be read.</summary>
    Unreadable = 4,
}
