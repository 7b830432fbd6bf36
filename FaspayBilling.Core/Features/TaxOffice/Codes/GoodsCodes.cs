using FaspayBilling.Core.Domain.Invoices.Lines;

namespace FaspayBilling.Core.Features.TaxOffice.Codes;

/// <summary>The tax office's 1,967 codes for goods and services, read once from the list that is built in.</summary>
public static class GoodsCodes
{
    private static readonly Lazy<IReadOnlyList<GoodsCode>> Loaded = new(Read);

    private static readonly Lazy<HashSet<(LineKind, string)>> Known = new(() => [.. Loaded.Value.Select(c => (c.Kind, c.Code))]);

    /// <summary>Goods first, by code.</summary>
    public static IReadOnlyList<GoodsCode> All => Loaded.Value;

    /// <summary>The code of that kind; null when the tax office lists none.</summary>
    public static GoodsCode? Find(LineKind kind, string code) => All.FirstOrDefault(c => c.Kind == kind && c.Code == code);

    /// <summary>True when the tax office lists the code for that kind.</summary>
    public static bool Knows(LineKind kind, string code) => Known.Value.Contains((kind, code));

    /// <summary>Codes that start with what was typed, or whose name holds every typed word; at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<GoodsCode> Search(LineKind kind, string typed, int most = 20)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. All.Where(c => c.Kind == kind && Array.TrueForAll(words, w => Meets(c, w))).Take(most)];
    }

    private static bool Meets(GoodsCode code, string word) =>
        code.Code.StartsWith(word, StringComparison.Ordinal) || code.Name.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<GoodsCode> Read()
    {
        using var stream = typeof(GoodsCodes).Assembly.GetManifestResourceStream(typeof(GoodsCodes), "goods-services.tsv")!;
        using var text = new StreamReader(stream);
        var codes = new List<GoodsCode>();
        while (text.ReadLine()?.Split('\t') is [var kind, var code, var name])
        {
            codes.Add(new GoodsCode(kind == "A" ? LineKind.Goods : LineKind.Service, code, name));
        }

        return codes;
    }
}
