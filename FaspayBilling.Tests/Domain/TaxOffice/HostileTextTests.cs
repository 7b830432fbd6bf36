using System.Xml.Linq;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Desktop;

namespace FaspayBilling.Tests.Domain.TaxOffice;

public sealed class HostileTextTests
{
    public static TheoryData<string, string, string> Texts => new()
    {
        { "PT \"Maju\" Jaya", "PT \"Maju\" Jaya", "PT \"Maju\" Jaya" },
        { "a,b;c'd|e", "a,b;c'd|e", "a,b;c'd|e" },
        { "first\r\nsecond\tthird", "first  second third", "first  second third" },
        { "bell \u0007 null \u0000.", "bell   null  .", "bell   null  ." },
        { "receipt 🧾 sent", "receipt  sent", "receipt 🧾 sent" },
        { "label \ud83c\udff7\ufe0f sent", "label  sent", "label \ud83c\udff7\ufe0f sent" },
        { "1\ufe0f\u20e3 key", "1 key", "1\ufe0f\u20e3 key" },
        { "turned \u202e round \u200b", "turned  round", "turned  round" },
        { "<b>&amp;</b>", "<b>&amp;</b>", "<b>&amp;</b>" },
        { "=1+1", "=1+1", "=1+1" },
        { "  ", "", "" },
        { "東京 Äpfel", "東京 Äpfel", "東京 Äpfel" },
        { "line\u2028separator", "line separator", "line separator" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_hostile_name_stays_within_its_field(string name, string inCsv, string inXml)
    {
        var invoice = TaxSample.Invoice(lines: TaxSample.Line(name));
        var customer = TaxSample.Customer(c => c.NpwpName = "x" + name + "x");

        var csv = DesktopCsv.Write([DesktopFakturs.Of(invoice, customer)]);
        var records = TaxSample.Records(csv);
        var xml = XDocument.Parse(CoretaxXml.Write("0022732101075000", [CoretaxFakturs.Of(TaxSample.Merchant(), invoice, customer)]));

        csv.Split('\n').Should().HaveCount(6);
        records.Select(r => r.Length).Should().Equal(20, 14, 11, 20, 11);
        records[4][2].Should().Be(inCsv);
        xml.Descendants("Name").Single().Value.Should().Be(inXml);
    }

    // As data of a theory it would not come through whole: half a pair is no text.
    [Fact]
    public void Half_a_pair_of_surrogates_is_left_out() =>
        A_hostile_name_stays_within_its_field("half \ud83d pair", "half  pair", "half  pair");

    [Fact]
    public void A_name_of_300_letters_stays_whole()
    {
        var name = string.Concat(Enumerable.Repeat("Panjang sekali ", 20)).Trim();

        var records = TaxSample.Records(
            DesktopCsv.Write([DesktopFakturs.Of(TaxSample.Invoice(lines: TaxSample.Line(name)), TaxSample.Customer())]));

        records[4][2].Should().Be(name);
    }

    [Fact]
    public void A_file_of_more_than_1000_invoices_is_not_written()
    {
        var faktur = CoretaxFakturs.Of(TaxSample.Merchant(), TaxSample.Invoice(), TaxSample.Customer());

        var write = () => CoretaxXml.Write("0022732101075000", [.. Enumerable.Repeat(faktur, 1_001)]);

        write.Should().Throw<ArgumentOutOfRangeException>();
    }
}
