namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// The headings of Coretax's list, as its Indonesian and its English screens write them; only their letters are compared
/// (docs/sources/tax-law.md 2.6).
/// </summary>
internal sealed class CoretaxHeadings
{
    public const string Number = "Nomor Faktur Pajak";

    private static readonly (string Heading, string[] Letters)[] Needed =
    [
        (Number, ["nomorfakturpajak", "nomorfaktur", "kodedannomorserifakturpajak", "taxinvoicenumber"]),
        ("Status Faktur", ["statusfaktur", "statusfakturpajak", "taxinvoicestatus", "invoicestatus"]),
        ("Tanggal Faktur Pajak", ["tanggalfakturpajak", "tanggalfaktur", "taxinvoicedate"]),
        ("Referensi", ["referensi", "reference"]),
    ];

    // Only beginnings: the Indonesian one goes on with "/ Identitas lainnya".
    private static readonly string[] Buyer = ["npwppembeli", "npwpnikpembeli", "nikpembeli", "buyertin", "buyertax", "buyername"];
    private static readonly string[] Seller = ["npwppenjual", "npwpnikpenjual", "namapenjual", "sellertin", "sellertax", "sellername"];

    private readonly string[] letters;

    public CoretaxHeadings(IReadOnlyList<string> cells)
    {
        letters = [.. cells.Select(Letters)];
        Places = [.. Needed.Select(n => Place(n.Letters))];
        BuyerName = Place("namapembeli", "buyertaxpayername", "buyername");
        BuyerId = Array.FindIndex(
            letters, l => Buyer.Any(b => l.StartsWith(b, StringComparison.Ordinal)) && !l.EndsWith("name", StringComparison.Ordinal));
        TaxBase = Place("hargajualpenggantiandpp", "hargajualpenggantian", "hargajual", "sellingprice", "sellingpricereplacementtaxbase");
        Vat = Place("ppn", "vat");
        Month = Place("masapajak", "taxinvoiceperiod", "taxperiod");
        Year = Place("tahun", "tahunpajak", "taxinvoiceyear", "taxyear");
    }

    /// <summary>How many columns of the list it names.</summary>
    public int Count => Places.Concat([BuyerName, BuyerId, TaxBase, Vat, Month, Year]).Count(p => p >= 0);

    /// <summary>Columns whose cells decide what a row says; the buyer's name is only shown.</summary>
    public IEnumerable<int> Deciding => [.. Places, BuyerId, TaxBase, Vat, Month, Year];

    /// <summary>The heading of a column that the list must have and has not; null when it is complete.</summary>
    public string? Missing => Needed.Where((_, i) => Places[i] < 0).Select(n => n.Heading).FirstOrDefault();

    /// <summary>The list of what the merchant bought: it names sellers and no buyer.</summary>
    public bool IsOfPurchases => Any(Seller) && !Any(Buyer) && BuyerName < 0;

    public bool HasNumber => Places[0] >= 0;

    public int NumberAt => Places[0];

    public int StatusAt => Places[1];

    public int DateAt => Places[2];

    public int ReferenceAt => Places[3];

    public int BuyerName { get; }

    public int BuyerId { get; }

    public int TaxBase { get; }

    public int Vat { get; }

    public int Month { get; }

    public int Year { get; }

    private int[] Places { get; }

    private bool Any(string[] beginnings) => letters.Any(l => beginnings.Any(b => l.StartsWith(b, StringComparison.Ordinal)));

    private int Place(params string[] names) => Array.FindIndex(letters, l => names.Contains(l));

    private static string Letters(string text) => new([.. text.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
