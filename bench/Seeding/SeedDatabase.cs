using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Bench.Serving;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Bench.Seeding;

/// <summary>A build's own database with the invoices to measure on: made once by the build and the formula, copied for every run.</summary>
internal static class SeedDatabase
{
    private const string Development = "Development";
    private static readonly Dictionary<string, string> NoSettings = [];

    /// <summary>Returns the path of a fresh copy in <paramref name="folder"/>.</summary>
    /// <param name="program">The published executable; its migrations make the schema.</param>
    /// <param name="invoices">How many of them.</param>
    /// <param name="kept">Where the made databases stay for the next run.</param>
    /// <param name="folder">Where the copy goes.</param>
    public static async Task<string> CopyAsync(string program, int invoices, string kept, string folder)
    {
        var build = await NameAsync(program);
        var made = Path.Combine(kept, string.Create(CultureInfo.InvariantCulture, $"{build}-{invoices}.db"));
        if (!File.Exists(made))
        {
            await MakeAsync(program, invoices, made);
        }

        var copy = Path.Combine(Directory.CreateDirectory(folder).FullName, "bench.db");
        File.Copy(made, copy);
        return copy;
    }

    /// <summary>The numbers of the Billing List in its own order, page by page.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Pages(string database, int size, int count)
    {
        using var connection = Open(database);
        var numbers = Texts(connection, $"""
            SELECT i."Number" FROM "Invoices" i JOIN "Merchants" m ON m."Id" = i."MerchantId"
            WHERE m."Code" = '{SeedScript.MerchantCode}' ORDER BY i."InvoiceDate" DESC, i."Id" DESC LIMIT {size * count}
            """);
        return [.. numbers.Chunk(size)];
    }

    /// <summary>The names of a table's columns, in its order.</summary>
    public static IReadOnlyList<string> Columns(SqliteConnection connection, string table) =>
        Texts(connection, $"SELECT name FROM pragma_table_info('{table}')");

    /// <summary>
    /// The part of the name that two builds of the same code share. A changed schema gets its own; after a change of the demo raise
    /// <see cref="SeedScript.Version"/>.
    /// </summary>
    public static async Task<string> NameAsync(string program)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(program)!, "FaspayBilling.Core.dll")));
        hash.AppendData(Encoding.UTF8.GetBytes(SeedScript.Version));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static async Task MakeAsync(string program, int invoices, string made)
    {
        await Console.Error.WriteLineAsync($"Making the database of {program} …");
        var folder = Directory.CreateDirectory(made + ".making").FullName;
        var path = Path.Combine(folder, "seed.db");
        File.Delete(path);
        await MakeDemoAsync(program, path);

        using (var connection = Open(path))
        {
            new SeedScript(connection).Run(invoices);
        }

        SqliteConnection.ClearAllPools();
        File.Move(path, made);
        Directory.Delete(folder, recursive: true);
    }

    // The first start migrates and makes the demo, whose rows are the patterns. A published build has no names for it: it is lent them.
    private static async Task MakeDemoAsync(string program, string path)
    {
        const string Names = "demo.json";
        var folder = Path.Combine(Path.GetDirectoryName(program)!, "Demo");
        var lent = !Directory.Exists(folder);
        if (lent)
        {
            Directory.CreateDirectory(folder);
            File.Copy(Path.Combine(AppContext.BaseDirectory, Names), Path.Combine(folder, Names));
        }

        try
        {
            using var server = await Server.StartAsync(Launch.Product(program), path, Development, NoSettings);
        }
        finally
        {
            if (lent)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>An open connection that leaves no other behind.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
