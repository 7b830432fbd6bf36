namespace FaspayBilling.Core.Features.TaxFiles.Text;

/// <summary>A bare word of a PDF: an operator, or one of its keywords.</summary>
internal sealed record PdfWord(string Text);

/// <summary>A name of a PDF, without its slash.</summary>
internal sealed record PdfName(string Text);

/// <summary>A reference to another object of the PDF.</summary>
internal sealed record PdfRef(int Number);
