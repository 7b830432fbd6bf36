using System.Net;
using System.Text;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Texts;

/// <summary>The mail with which a customer gets an invoice, as text and as HTML, in the invoice's language.</summary>
public sealed record InvoiceMail
{
    private const int LongestSubject = 300;

    public required Language Language { get; init; }

    public required InvoiceTitle Title { get; init; }

    /// <summary>The merchant's name.</summary>
    public required string Merchant { get; init; }

    /// <summary>The customer's name.</summary>
    public required string Customer { get; init; }

    /// <summary>Invoice No.</summary>
    public required string Number { get; init; }

    /// <summary>What it is about; may be empty.</summary>
    public string About { get; init; } = "";

    /// <summary>The merchant's own words above the summary; may be empty.</summary>
    public string Header { get; init; } = "";

    /// <summary>Rupiah.</summary>
    public required decimal Total { get; init; }

    /// <summary>What is still owed, in rupiah; 0 or less: nothing.</summary>
    public required decimal Outstanding { get; init; }

    /// <summary>The instant (UTC) after which it is overdue.</summary>
    public required DateTime Due { get; init; }

    /// <summary>Address of the bill page; whoever has it sees the bill.</summary>
    public required string Link { get; init; }

    /// <summary>How to pay; may be empty.</summary>
    public string PaymentInstructions { get; init; } = "";

    public string Subject
    {
        get
        {
            var subject =
                $"{Title.Text(Language)} {Number} {(Indonesian ? "dari" : "from")} {Merchant}{(About.Length == 0 ? "" : $": {About}")}";

            // A line break in a name would end the header that the subject stands in.
            var line = string.Concat(subject.Select(c => char.IsControl(c) ? ' ' : c));
            return line.Length <= LongestSubject ? line : $"{PlainText.Cut(line, LongestSubject - 1)}…";
        }
    }

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.AppendLine(Greeting).AppendLine();
            text.AppendLine(Opening).AppendLine();
            foreach (var (name, value) in Summary)
            {
                text.Append(name).Append(": ").AppendLine(value);
            }

            text.AppendLine().Append(LinkText).AppendLine(":").AppendLine(Link);
            if (ShowsHowToPay)
            {
                text.AppendLine().Append(HowToPay).AppendLine(":").AppendLine(PaymentInstructions.Trim());
            }

            return text.AppendLine().Append(Closing).ToString();
        }
    }

    public string Html
    {
        get
        {
            const string Button =
                "display:inline-block;padding:10px 18px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none";
            var rows = string.Concat(Summary.Select(s => $"<tr><th align=\"left\">{Safe(s.Name)}</th><td>{Safe(s.Value)}</td></tr>\n"));
            var pay = ShowsHowToPay ? $"<p><b>{HowToPay}</b><br>{Lines(PaymentInstructions.Trim())}</p>\n" : "";
            return $"""
                <!DOCTYPE html>
                <html lang="{(Indonesian ? "id" : "en")}"><body style="font-family:system-ui,sans-serif;color:#1f2933">
                <p>{Safe(Greeting)}</p>
                <p>{Lines(Opening)}</p>
                <table cellpadding="4" style="border-collapse:collapse">
                {rows}</table>
                <p><a href="{Safe(Link)}" style="{Button}">{LinkText}</a></p>
                <p style="color:#52606d">{Safe(Link)}</p>
                {pay}<p>{Closing}</p>
                </body></html>
                """;
        }
    }

    private bool Indonesian => Language == Language.Indonesian;

    private bool IsDue => Title.IsOwed() && Outstanding > 0;

    private bool ShowsHowToPay => IsDue && Title != InvoiceTitle.Proforma && PaymentInstructions.Trim().Length > 0;

    private string Greeting => Indonesian ? $"Yth. {Customer}," : $"Dear {Customer},";

    private string Opening => Header.Trim().Length > 0 ? Header.Trim() : (Title, Indonesian) switch
    {
        (InvoiceTitle.Proforma, true) =>
            $"Terlampir faktur proforma dari {Merchant}. Mohon diperiksa; isinya masih dapat diubah dan ini belum merupakan tagihan.",
        (InvoiceTitle.Proforma, false) =>
            $"Attached is a proforma invoice from {Merchant}. Please check it; it can still change and is not yet a bill.",
        (InvoiceTitle.Invoice, true) => $"Terlampir tagihan dari {Merchant}.",
        (InvoiceTitle.Invoice, false) => $"Attached is your invoice from {Merchant}.",
        (_, true) => $"Terlampir {Title.Text(Language).ToLowerInvariant()} dari {Merchant}.",
        _ => $"Attached is a {Title.Text(Language).ToLowerInvariant()} from {Merchant}.",
    };

    private string LinkText => (IsDue && Title != InvoiceTitle.Proforma, Indonesian) switch
    {
        (true, true) => "Bayar di sini",
        (true, false) => "Pay Here",
        (false, true) => "Lihat dokumen",
        (false, false) => "View the document",
    };

    private string HowToPay => Indonesian ? "Cara pembayaran" : "How to pay";

    private string Closing => Indonesian
        ? "Dokumennya terlampir sebagai PDF. Siapa pun yang memiliki tautan di atas dapat melihat tagihan ini."
        : "The document is attached as a PDF. Whoever has the link above can see this bill.";

    private IEnumerable<(string Name, string Value)> Summary
    {
        get
        {
            yield return (Indonesian ? "Nomor" : "Number", Number);
            if (About.Trim().Length > 0)
            {
                yield return (Indonesian ? "Perihal" : "Subject", About.Trim());
            }

            yield return ("Total", Rupiah.Text(Total));
            if (!Title.IsOwed())
            {
                yield break;
            }

            if (Title != InvoiceTitle.Proforma)
            {
                yield return Outstanding > 0
                    ? (Indonesian ? "Harus dibayar" : "Amount due", Rupiah.Text(Outstanding))
                    : ("Status", Indonesian ? "Lunas" : "Paid");
            }

            yield return (Indonesian ? "Jatuh tempo" : "Due date", JakartaCalendar.Text(JakartaCalendar.DayOf(Due)));
        }
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string Lines(string text) => string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(Safe));
}
