using PdfSharp.Pdf;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>
/// What PDFsharp writes a file on. The first byte comes after its last preparations, which no other code can see in between: the
/// moment to complete what it compressed, and to take out the description (XMP) that it added, with random ids and with names as
/// they are, which "PT A &amp; B" makes unreadable.
/// </summary>
internal sealed class PdfPaper(PdfDocument file) : MemoryStream
{
    private const string Description = "/Metadata";

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Length == 0)
        {
            TakeOutDescription();
            PdfChecksums.Add(file);
        }

        base.Write(buffer, offset, count);
    }

    private void TakeOutDescription()
    {
        var catalog = file.Internals.Catalog.Elements;
        if (catalog.GetObject(Description) is { } description)
        {
            catalog.Remove(Description);
            file.Internals.RemoveObject(description);
        }
    }
}
