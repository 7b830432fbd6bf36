using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Pdf;

/// <summary>Writes invoices into one PDF, each on pages of its own. The same invoices give the same bytes.</summary>
public sealed class InvoicePdf : IDisposable
{
    private readonly PdfFile file;
    private readonly PdfFont regular;
    private readonly PdfFont bold;
    private readonly int pages;
    private readonly List<int> numbers = [];
    private readonly Dictionary<string, (int Number, string Name)?> pictures = [];
    private InvoiceDocument? first;
    private int count;

    /// <param name="target">Where it goes; stays open.</param>
    public InvoicePdf(Stream target)
    {
        file = new PdfFile(target);
        regular = new PdfFont(file, bold: false);
        bold = new PdfFont(file, bold: true);
        pages = file.Reserve();
    }

    /// <summary>The file of one invoice.</summary>
    public static byte[] Of(InvoiceDocument invoice)
    {
        using var bytes = new MemoryStream();
        using (var pdf = new InvoicePdf(bytes))
        {
            pdf.Add(invoice);
            pdf.Finish();
        }

        return bytes.ToArray();
    }

    /// <summary>Adds the pages of one invoice.</summary>
    public void Add(InvoiceDocument invoice)
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

        regular.Finish();
        bold.Finish();
        file.Put(pages, Invariant($"<< /Type /Pages /Kids [{string.Concat(numbers.Select(n => Invariant($"{n} 0 R ")))}] /Count {numbers.Count} >>"));
        var catalog = file.Add(Invariant($"<< /Type /Catalog /Pages {pages} 0 R /Lang ({(first.Language == InvoiceLanguage.Indonesian ? "id" : "en")}) /ViewerPreferences << /DisplayDocTitle true >> >>"));
        var title = count == 1 ? $"{first.Title.Text(first.Language)} {first.Number}" : Invariant($"{count} invoices");
        var info = file.Add(Invariant($"<< /Title {PdfFile.Text(title)} /Author {PdfFile.Text(first.Merchant.Name)} /CreationDate (D:{first.InvoiceDate:yyyyMMdd}) >>"));
        file.Finish(catalog, info);
    }

    public void Dispose() => file.Dispose();

    private void AddPage(PageItems items)
    {
        var picture = items.Logo is { } logo ? Picture(logo.Bytes) : null;
        var content = file.AddStream("", Encoding.ASCII.GetBytes(Drawing(items, picture?.Name)));
        var resources = picture is { } shown ? Invariant($" /XObject << /{shown.Name} {shown.Number} 0 R >>") : "";
        numbers.Add(file.Add(Invariant(
            $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {PageFlow.PageWidth} {PageFlow.PageHeight}] /Contents {content} 0 R /Resources << /Font << /R {regular.Number} 0 R /B {bold.Number} 0 R >>{resources} >> >>")));
    }

    // One logo on many invoices is stored once.
    private (int Number, string Name)? Picture(byte[] bytes)
    {
        var key = Convert.ToHexString(SHA256.HashData(bytes));
        if (!pictures.TryGetValue(key, out var known))
        {
            known = PdfPicture.Add(file, bytes) is { } number ? (number, Invariant($"P{number}")) : null;
            pictures[key] = known;
        }

        return known;
    }

    private string Drawing(PageItems items, string? picture)
    {
        var drawing = new StringBuilder();
        foreach (var box in items.Boxes)
        {
            Fill(drawing, "0.93 0.945 0.96", box.X, box.Y, box.Width, box.Height);
        }

        foreach (var rule in items.Rules)
        {
            Fill(drawing, rule.Strong ? "0.32 0.376 0.427" : "0.85 0.87 0.89", rule.X, rule.Y, rule.Width, rule.Strong ? 0.8 : 0.5);
        }

        if (items.Logo is { } logo && picture is not null)
        {
            drawing.Append(CultureInfo.InvariantCulture, $"q {logo.Width:0.##} 0 0 {logo.Height:0.##} {logo.X:0.##} {PageFlow.PageHeight - logo.Y - logo.Height:0.##} cm /{picture} Do Q\n");
        }

        foreach (var text in items.Texts)
        {
            var (font, face) = text.Lettering.Bold ? (bold, "B") : (regular, "R");
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"BT {(text.Lettering.Quiet ? "0.32 0.376 0.427" : "0.12 0.16 0.2")} rg /{face} {text.Lettering.Size:0.##} Tf 1 0 0 1 {text.X:0.##} {PageFlow.PageHeight - text.Y - text.Lettering.Ascent:0.##} Tm <{font.Hex(text.Text)}> Tj ET\n");
        }

        return drawing.ToString();
    }

    private static void Fill(StringBuilder drawing, string colour, double x, double y, double width, double height) =>
        drawing.Append(CultureInfo.InvariantCulture, $"{colour} rg {x:0.##} {PageFlow.PageHeight - y - height:0.##} {width:0.##} {height:0.##} re f\n");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
