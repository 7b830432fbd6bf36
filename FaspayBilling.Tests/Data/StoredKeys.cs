using System.Text;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data;

/// <summary>The keys of the installation as whoever has the database sees them.</summary>
internal static class StoredKeys
{
    public static Task<List<string>> KeysAsync(this TestDb db) => db.ReadAsync(d => d.DataProtectionKeys.Select(k => k.Xml!).ToListAsync());

    /// <summary>The secret part of the only key, which lies readable.</summary>
    public static async Task<string> ReadableAsync(this TestDb db) =>
        (await db.KeysAsync()).Single().Split("<value>")[1].Split("</value>")[0];

    /// <summary>True when the file of an SQLite database or its log holds the text.</summary>
    public static async Task<bool> HoldsAsync(this TestDb db, string text)
    {
        var database = db.Settings["Database:Path"]!;
        foreach (var part in new[] { database, $"{database}-wal" }.Where(File.Exists))
        {
            await using var file = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.Latin1);
            if ((await reader.ReadToEndAsync()).Contains(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
