using System.Globalization;
using System.Security.Cryptography;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>Writes invoices into one PDF, each on pages of its own. The same invoices give the same bytes.</summary>
/// <param name="target">Where it goes, all at the end; stays open.</param>
public sealed class InvoicePdf(Stream target) : IDisposable
{
    private static readonly XBrush Ink = new XSolidBrush(XColor.FromArgb(31, 41, 51));
    private static readonly XBrush QuietInk = new XSolidBrush(XColor.FromArgb(82, 96, 109));
    private static readonly XBrush Line = new XSolidBrush(XColor.FromArgb(217, 222, 227));
    private static readonly XBrush Shade = new XSolidBrush(XColor.FromArgb(237, 241, 245));

    private readonly PdfDocument file = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, XImage?> pictures = [];
    private InvoicePdfModel? first;
    private int count;

    /// <summary>The file of one invoice.</summary>
    public static byte[] Of(InvoicePdfModel invoice)
    {
        using var bytes = new MemoryStream();
        using (var pdf = new InvoicePdf(bytes))
        {
            pdf.Add(invoice);
            pdf.Finish();
        }

        return bytes.ToArray();
    }

    /// <summary>Adds the pages of one invoice; they are kept until the end, about 5 kB each.</summary>
    public void Add(InvoicePdfModel invoice)
    {
        first ??= invoice;
        count++;
        foreach (var page in InvoiceLayout.Of(invoice))
        {
            AddPage(page);
        }
    }

    /// <summary>Completes the file; at least one invoice must have been added.</summary>
    public void Finish()
    {
        if (first is null)
        {
            throw new InvalidOperationException("A PDF needs a page.");
        }

        Describe(first);
        NameFonts();
        file.Internals.FirstDocumentID = file.Internals.SecondDocumentID = Convert.ToHexString(hash.GetCurrentHash())[..16];
        using var paper = new PdfPaper(file);
        file.Save(paper);
        paper.WriteTo(target);
    }

    public void Dispose()
    {
        file.Dispose();
        hash.Dispose();
        foreach (var picture in pictures.Values)
        {
            picture?.Dispose();
        }
    }

    private void Describe(InvoicePdfModel invoice)
    {
        file.Language = invoice.Language == Language.Indonesian ? "id" : "en";
        file.ViewerPreferences.DisplayDocTitle = true;
        file.Info.Title = count == 1
            ? $"{invoice.Title.Text(invoice.Language)} {invoice.Number}"
            : string.Create(CultureInfo.InvariantCulture, $"{count} invoices");
        file.Info.Author = invoice.Merchant.Name;
        file.Info.CreationDate = invoice.InvoiceDate.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
    }

    // Six letters and a plus mark a part of a font; PDFsharp draws lots for them.
    private void NameFonts()
    {
        foreach (var part in file.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            foreach (var key in new[] { "/BaseFont", "/FontName" })
            {
                if (part.Elements.GetName(key) is [_, _, _, _, _, _, _, '+', ..] name)
                {
                    part.Elements.SetName(key, $"/INVOIC{name[7..]}");
                }
            }
        }
    }

    private void AddPage(PageItems items)
    {
        var page = file.AddPage();
        page.Width = XUnit.FromPoint(PageFlow.PageWidth);
        page.Height = XUnit.FromPoint(PageFlow.PageHeight);
        using (var drawing = XGraphics.FromPdfPage(page))
        {
            Draw(drawing, items);
        }

        // At once, so that a file of many invoices needs little memory.
        var content = page.Contents.Elements.OfType<PdfReference>().Select(r => r.Value).OfType<PdfContent>().Single();
        content.Compressed = true;
        hash.AppendData(content.Stream.Value);
    }

    private void Draw(XGraphics drawing, PageItems items)
    {
        foreach (var box in items.Boxes)
        {
            drawing.DrawRectangle(Shade, box.X, box.Y, box.Width, box.Height);
        }

        foreach (var rule in items.Rules)
        {
            drawing.DrawRectangle(rule.Strong ? QuietInk : Line, rule.X, rule.Y, rule.Width, rule.Strong ? 0.8 : 0.5);
        }

        if (items.Logo is { } logo && Picture(logo.Bytes) is { } picture)
        {
            drawing.DrawImage(picture, logo.X, logo.Y, logo.Width, logo.Height);
        }

        foreach (var text in items.Texts)
        {
            var ink = text.TextStyle.Quiet ? QuietInk : Ink;
            drawing.DrawString(text.Text, Typeface.Font(text.TextStyle), ink, text.X, text.Y + text.TextStyle.Ascent);
        }
    }

    // One logo on many invoices is stored once.
    private XImage? Picture(byte[] bytes)
    {
        var key = Convert.ToHexString(SHA256.HashData(bytes));
        if (!pictures.TryGetValue(key, out var picture))
        {
            picture = LogoPicture.Read(bytes);
            pictures[key] = picture;
        }

        return picture;
    }
}
