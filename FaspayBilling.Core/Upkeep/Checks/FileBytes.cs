using System.Data;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>The bytes of a file are those that were stored: their hash says so.</summary>
internal sealed class FileBytes() : Invariant("a file's bytes have its SHA-256", "files")
{
    private static readonly string[] Owners = ["BillingDocuments", "TaxFiles", "TaxExports", "UnmatchedFiles"];

    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync("""SELECT count(*) FROM "FileContents" """, stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        // The bytes come last and are never whole in memory.
        var rows = moment.RowsAsync(
            $"""
            SELECT c."Id", {OfOwner("m.\"Code\"")}, {OfOwner("o.\"FileName\"")}, c."Sha256", c."Bytes" FROM "FileContents" c
            """,
            CommandBehavior.SequentialAccess,
            stop);
        await foreach (var row in rows)
        {
            var (id, merchant, name, stored) = (row.NumberAt(0), row.TextAt(1), row.TextAt(2), row.GetString(3));
            await using var bytes = row.GetStream(4);
            var expected = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop));
            if (stored != expected)
            {
                yield return new Breach(merchant, name ?? $"file {id}", $"SHA-256 {stored}", expected);
            }
        }
    }

    private static string OfOwner(string column)
    {
        var found = Owners.Select(table => $"""
            (SELECT min({column}) FROM "{table}" o JOIN "Merchants" m ON m."Id" = o."MerchantId" WHERE o."ContentId" = c."Id")
            """);
        return $"COALESCE({string.Join(", ", found)})";
    }
}
