using System.Text;

namespace FaspayBilling.Core.Features.TaxFiles.Text;

/// <summary>The words on a PDF's pages, as far as they can be read with certainty; pictures of words are none.</summary>
public sealed class PdfText
{
    private const int MostPages = 20;
    private const int DeepestForm = 5;

    /// <summary>A step back or forth by so many thousandths of a letter's size parts two words.</summary>
    private const double Gap = -180;

    private readonly StringBuilder text = new();
    private readonly PdfObjects pdf;

    private PdfText(PdfObjects pdf) => this.pdf = pdf;

    /// <summary>The text of the first pages; empty for what cannot be read.</summary>
    public static string Of(byte[] bytes)
    {
        try
        {
            var reader = new PdfText(PdfObjects.Read(bytes));
            foreach (var page in reader.pdf.Pages.Take(MostPages))
            {
                reader.ReadPage(page);
            }

            return reader.text.ToString();
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            return "";
        }
    }

    private void ReadPage(Dictionary<string, object> page)
    {
        var contents = page.GetValueOrDefault("Contents") is { } given ? pdf.Resolve(given) is List<object> several ? several : [given] : [];
        using var whole = new MemoryStream();
        foreach (var part in contents)
        {
            whole.Write(pdf.Stream(part) ?? []);
            whole.WriteByte((byte)'\n');
        }

        Read(whole.ToArray(), Resources(page), 0);
        text.Append('\n');
    }

    // A page may leave them to the node above it.
    private Dictionary<string, object>? Resources(Dictionary<string, object> node)
    {
        for (var (at, hops) = ((Dictionary<string, object>?)node, 0); at is not null && hops < 20; at = pdf.Dictionary(at.GetValueOrDefault("Parent")), hops++)
        {
            if (pdf.Dictionary(at.GetValueOrDefault("Resources")) is { } resources)
            {
                return resources;
            }
        }

        return null;
    }

    private void Read(byte[] content, Dictionary<string, object>? resources, int depth)
    {
        var letters = PdfLetters.Latin;
        var scanner = new PdfScanner(content, 0);
        var operands = new List<object>();
        while (scanner.Next() is { } value)
        {
            if (value is not PdfWord word)
            {
                operands.Add(value);
                continue;
            }

            switch (word.Text)
            {
                case "Tf" when operands is [PdfName font, ..]:
                    letters = Font(resources, font.Text);
                    break;
                case "Tj" or "'" or "\"" when operands is [.., byte[] codes]:
                    text.Append(word.Text == "Tj" ? "" : " ");
                    letters.Append(text, codes);
                    break;
                case "TJ" when operands is [.., List<object> parts]:
                    Show(letters, parts);
                    break;
                case "Td" or "TD" or "T*" or "Tm" or "BT":
                    text.Append(' ');
                    break;
                case "Do" when operands is [PdfName form] && depth < DeepestForm:
                    ReadForm(resources, form.Text, depth);
                    break;
                case "ID":
                    SkipPicture(scanner, content);
                    break;
            }

            operands.Clear();
        }
    }

    private void Show(PdfLetters letters, List<object> parts)
    {
        foreach (var part in parts)
        {
            if (part is byte[] codes)
            {
                letters.Append(text, codes);
            }
            else if (part is double step && step < Gap)
            {
                text.Append(' ');
            }
        }
    }

    private PdfLetters Font(Dictionary<string, object>? resources, string name) =>
        pdf.Dictionary(pdf.Dictionary(resources?.GetValueOrDefault("Font"))?.GetValueOrDefault(name)) is { } font ? PdfLetters.Of(pdf, font) : PdfLetters.Latin;

    private void ReadForm(Dictionary<string, object>? resources, string name, int depth)
    {
        var reference = pdf.Dictionary(resources?.GetValueOrDefault("XObject"))?.GetValueOrDefault(name);
        if (pdf.Dictionary(reference) is { } form && form.GetValueOrDefault("Subtype") is PdfName { Text: "Form" } && pdf.Stream(reference) is { } content)
        {
            Read(content, pdf.Dictionary(form.GetValueOrDefault("Resources")) ?? resources, depth + 1);
        }
    }

    private static void SkipPicture(PdfScanner scanner, byte[] content)
    {
        var end = content.AsSpan(Math.Min(scanner.At, content.Length)).IndexOf("\nEI"u8);
        scanner.At = end < 0 ? content.Length : scanner.At + end + 3;
    }
}
