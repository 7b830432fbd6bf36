using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// Reads the cells of Coretax's list of output invoices, wherever its heading stands and however its columns are ordered
/// (docs/sources/tax-law.md 2.6).
/// </summary>
public static class CoretaxList
{
    private const int HeadingWithin = 20;
    private const string Number = "Nomor Faktur Pajak";
    private const string Status = "Status Faktur";
    private const string Date = "Tanggal Faktur Pajak";
    private const string Reference = "Referensi";
    private static readonly string[] Needed = [Number, Status, Date, Reference];

    /// <summary>One line per tax invoice. Refuses <c>coretax-list.heading</c>, <c>coretax-list.empty</c>.</summary>
    /// <param name="rows">The file's rows but for empty ones, each with its number in the file.</param>
    public static Outcome<IReadOnlyList<CoretaxListLine>> Read(IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> rows)
    {
        var heading = Enumerable.Range(0, Math.Min(HeadingWithin, rows.Count))
            .Where(i => Place(rows[i].Cells, Number) >= 0)
            .Select(i => (int?)i)
            .FirstOrDefault();
        if (heading is not { } at)
        {
            return rows.Count == 0 ? TaxOfficeRefusals.CoretaxListEmpty : TaxOfficeRefusals.CoretaxListHeading(Number);
        }

        if (Needed.FirstOrDefault(n => Place(rows[at].Cells, n) < 0) is { } missing)
        {
            return TaxOfficeRefusals.CoretaxListHeading(missing);
        }

        var columns = new Columns(rows[at].Cells);
        var lines = rows.Skip(at + 1).Select(r => Line(r.Line, columns, r.Cells)).ToList();
        return lines.Count == 0 ? TaxOfficeRefusals.CoretaxListEmpty : lines;
    }

    private static CoretaxListLine Line(int line, Columns columns, IReadOnlyList<string> cells)
    {
        var (number, reference) = (columns.Of(cells, columns.Number), columns.Of(cells, columns.Reference));
        var word = columns.Of(cells, columns.Status);
        var status = CoretaxStatuses.Parse(word);
        var date = SheetText.Day(columns.Of(cells, columns.Date));
        var given = CoretaxNumber.TryParse(number, out var read);
        var problem = number.Length > 0 && !given ? Message.Of("coretax-problem.number", ("found", number))
            : status is null ? Message.Of("coretax-problem.state", ("found", word))
            : date is null ? Message.Of("coretax-problem.date", ("found", columns.Of(cells, columns.Date)))
            : number.Length == 0 && status.Value.IsFinal() ? Message.Of("coretax-problem.number-missing")
            : null;
        return new CoretaxListLine(line, number.Length > 0 ? number : reference, problem is not null ? null : new CoretaxListRow(
            line,
            given ? read : null,
            Cut(reference, 300),
            status!.Value,
            date!.Value,
            Cut(columns.Of(cells, columns.BuyerName), 300),
            Cut(columns.Of(cells, columns.BuyerId), 60),
            SheetText.Amount(columns.Of(cells, columns.TaxBase)) ?? 0,
            SheetText.Amount(columns.Of(cells, columns.Vat)) ?? 0), problem);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private static int Place(IReadOnlyList<string> cells, string heading) => Find(cells, c => c == Letters(heading));

    private static int Find(IReadOnlyList<string> cells, Func<string, bool> wanted) =>
        Enumerable.Range(0, cells.Count).Where(i => wanted(Letters(cells[i]))).DefaultIfEmpty(-1).First();

    private static string Letters(string text) => new([.. text.Where(char.IsLetter).Select(char.ToLowerInvariant)]);

    private sealed class Columns(IReadOnlyList<string> heading)
    {
        public int Number { get; } = Place(heading, CoretaxList.Number);

        public int Status { get; } = Place(heading, CoretaxList.Status);

        public int Date { get; } = Place(heading, CoretaxList.Date);

        public int Reference { get; } = Place(heading, CoretaxList.Reference);

        public int BuyerName { get; } = Place(heading, "Nama Pembeli");

        public int BuyerId { get; } = Find(heading, c => c.StartsWith("npwppembeli", StringComparison.Ordinal));

        public int TaxBase { get; } = Place(heading, "Harga Jual/Penggantian/DPP");

        public int Vat { get; } = Place(heading, "PPN");

        public string Of(IReadOnlyList<string> cells, int column) => column >= 0 && column < cells.Count ? cells[column].Trim() : "";
    }
}
