using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>Places everything of an invoice on pages; draws nothing, so that a test can ask where things are.</summary>
internal sealed class InvoiceLayout
{
    private const double LogoWidth = 150;
    private const double LogoHeight = 54;
    private const double LeftColumn = 285;
    private const double Facts = PageFlow.Left + 320;
    private const double FactValues = Facts + 78;

    private readonly InvoicePdfModel document;
    private readonly InvoiceWords words;
    private readonly InvoiceTable table;
    private readonly PageFlow flow;

    private InvoiceLayout(InvoicePdfModel document)
    {
        this.document = document;
        words = InvoiceWords.In(document.Language);
        table = new InvoiceTable(document, words);
        flow = new PageFlow(Continue);
    }

    private string Title => document.Title.Text(document.Language).ToUpperInvariant();

    // A draft's own title says already what it is.
    private string? Stamp => document.Cancelled ? words.Cancelled
        : document is { Draft: true, Title: not InvoiceTitle.Draft } ? words.Draft
        : document.IsPaid ? words.PaidInFull
        : null;

    /// <summary>The pages of one invoice, at least one.</summary>
    public static IReadOnlyList<PageItems> Of(InvoicePdfModel document) => new InvoiceLayout(document).Build();

    private IReadOnlyList<PageItems> Build()
    {
        Head();
        Parties();
        if (document.Subject.Trim().Length > 0)
        {
            flow.Y = flow.Block(PageFlow.Left, flow.Y, PageFlow.Width, $"{words.Subject}: {document.Subject}", TextStyle.Strong) + 8;
        }

        table.Place(flow);
        InvoiceTotals.Place(flow, document, words);
        if (document.Title.IsOwed() && document is { Cancelled: false, Outstanding: > 0 })
        {
            Section(words.HowToPay, document.PaymentInstructions);
        }

        Section(words.Notes, document.Notes);
        Foot();
        return flow.Pages;
    }

    private void Head()
    {
        // A title that is too long to stand beside the other side has a line of its own above it.
        var beside = document.Logo is null ? LeftColumn : LogoWidth + 8;
        var left = PageFlow.Top + (Typeface.Width(Title, TextStyle.Title) > PageFlow.Width - beside ? TextStyle.Title.Line : 0);
        if (document.Logo is { } logo && LogoPicture.Size(logo) is { } size)
        {
            var scale = Math.Min(LogoWidth / size.Width, LogoHeight / size.Height);
            flow.Page.Logo = new PlacedLogo(PageFlow.Left, left, size.Width * scale, size.Height * scale, logo);
            left += (size.Height * scale) + 8;
        }

        left = Party(document.Merchant, left, TextStyle.Name);
        flow.TextEnd(PageFlow.Right, PageFlow.Top, Title, TextStyle.Title);
        var right = PageFlow.Top + TextStyle.Title.Line;
        if (Stamp is { } stamp)
        {
            flow.TextEnd(PageFlow.Right, right, stamp.ToUpperInvariant(), TextStyle.Name);
            right += TextStyle.Name.Line;
        }

        flow.Y = Math.Max(left, right) + 10;
        flow.Rule(flow.Y, strong: true);
        flow.Y += 12;
    }

    private void Parties()
    {
        flow.Text(PageFlow.Left, flow.Y, words.BillTo, TextStyle.Label);
        var left = Party(document.Customer, flow.Y + TextStyle.Label.Line, TextStyle.Strong);
        var right = flow.Y;
        foreach (var (name, value) in FactRows())
        {
            var label = flow.Block(Facts, right, FactValues - Facts - 6, name, TextStyle.Small with { Size = 9 });
            right = Math.Max(label, flow.Block(FactValues, right, PageFlow.Right - FactValues, value, TextStyle.Body)) + 1;
        }

        flow.Y = Math.Max(left, right) + 12;
    }

    private IEnumerable<(string Name, string Value)> FactRows()
    {
        yield return (words.Number, document.Number);
        yield return (words.InvoiceDate, JakartaCalendar.Text(document.InvoiceDate));
        if (document.Title.IsOwed())
        {
            yield return (words.DueDate, DueText());
        }

        if (document.RefersTo is { } original)
        {
            yield return (words.RefersTo, original);
        }

        if (document.TaxNumber is { } number)
        {
            yield return (words.TaxNumber, number);
        }

        if (document.CoretaxNumber is { } coretax)
        {
            yield return (words.CoretaxNumber, coretax);
        }
    }

    // The end of a day is said by the day alone.
    private string DueText()
    {
        var day = JakartaCalendar.DayOf(document.Due);
        return document.Due >= JakartaCalendar.EndOf(day) ? JakartaCalendar.Text(day) : $"{JakartaCalendar.Text(document.Due)} WIB";
    }

    private double Party(DocumentParty party, double y, TextStyle name)
    {
        y = flow.Block(PageFlow.Left, y, LeftColumn, party.Name, name);
        y = flow.Block(PageFlow.Left, y, LeftColumn, party.Address, TextStyle.Body);
        y = flow.Block(PageFlow.Left, y, LeftColumn, party.Email, TextStyle.Body);
        y = flow.Block(PageFlow.Left, y, LeftColumn, party.Npwp.Length == 0 ? "" : $"NPWP {NpwpText(party.Npwp)}", TextStyle.Body);
        return flow.Block(PageFlow.Left, y, LeftColumn, party.Nitku.Length == 0 ? "" : $"NITKU {party.Nitku}", TextStyle.Body);
    }

    // 15 digits are printed in groups, as on the card; 16 as they are.
    private static string NpwpText(string npwp) =>
        npwp.Length != 15 ? npwp : $"{npwp[..2]}.{npwp[2..5]}.{npwp[5..8]}.{npwp[8]}-{npwp[9..12]}.{npwp[12..]}";

    private void Section(string heading, string text)
    {
        if (text.Trim().Length == 0)
        {
            return;
        }

        flow.Y += 12;
        flow.Need(TextStyle.Label.Line + (2 * TextStyle.Body.Line));
        flow.Text(PageFlow.Left, flow.Y, heading, TextStyle.Label);
        flow.Y += TextStyle.Label.Line + 2;
        flow.Flow(text.Trim(), TextStyle.Body);
    }

    // The head of every page but the first.
    private void Continue(PageFlow next)
    {
        next.Text(PageFlow.Left, next.Y, Wrapping.OneLine($"{Title} {document.Number}"), TextStyle.Strong);
        next.Y += TextStyle.Strong.Line + 10;
        if (table.IsOpen)
        {
            table.Head(next);
        }
    }

    private void Foot()
    {
        const double Y = PageFlow.Bottom + 14;
        for (var i = 0; i < flow.Pages.Count; i++)
        {
            var count = string.Create(CultureInfo.InvariantCulture, $"{words.Page} {i + 1} {words.Of} {flow.Pages.Count}");
            var width = Typeface.Width(count, TextStyle.Small);
            var name = Wrapping.Lines(
                Wrapping.OneLine($"{document.Number} · {document.Merchant.Name}"), TextStyle.Small, PageFlow.Width - width - 20)[0];
            flow.Pages[i].Rules.Add(new PlacedRule(PageFlow.Left, Y - 6, PageFlow.Width, Strong: false));
            flow.Pages[i].Texts.Add(new PlacedText(PageFlow.Left, Y, Typeface.Width(name, TextStyle.Small), name, TextStyle.Small));
            flow.Pages[i].Texts.Add(new PlacedText(PageFlow.Right - width, Y, width, count, TextStyle.Small));
        }
    }
}
