using FaspayBilling.Core.Formats.Reading;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Web.Demo;

namespace FaspayBilling.Tests.Formats.Reading;

public sealed class DamagedPdfTests
{
    private static readonly string[] Lines = CoretaxPdf.Lines("04002600000000001", "INV-FPY-112600001");

    [Fact]
    public async Task Three_hundred_damaged_files_are_answered_one_by_one()
    {
        using var reading = new GivenReader();
        byte[][] whole = [CoretaxPdf.Of(Lines), CoretaxPdf.Of(Lines, packed: false), DemoPdf.Of(Lines)];
        var random = new Random(20_261_116);
        var results = new List<ReadResult>();

        for (var i = 0; i < 300; i++)
        {
            results.Add((await reading.ReadAsync(Damaged(whole[i % 3], random))).Result);
        }

        results.Should().HaveCount(300).And.NotContain(ReadResult.NotInTime);
        results.Should().Contain(ReadResult.Unreadable).And.Contain(ReadResult.Read);
        (await reading.TextAsync(whole[0])).Should().Contain("04002600000000001");
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var file = whole.ToList();
        switch (random.Next(4))
        {
            case 0:
                for (var flips = random.Next(1, 40); flips > 0; flips--)
                {
                    file[random.Next(file.Count)] ^= (byte)(1 << random.Next(8));
                }

                break;
            case 1:
                file.RemoveRange(random.Next(file.Count / 2), random.Next(1, file.Count / 2));
                break;
            case 2:
                var from = random.Next(file.Count / 2);
                file.InsertRange(random.Next(file.Count), file.GetRange(from, random.Next(file.Count - from)));
                break;
            default:
                // A number changes: a length, a reference, a count.
                for (var at = 0; at < file.Count; at++)
                {
                    file[at] = char.IsAsciiDigit((char)file[at]) && random.Next(12) == 0 ? (byte)('0' + random.Next(10)) : file[at];
                }

                break;
        }

        return [.. file];
    }
}
