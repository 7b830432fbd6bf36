using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Upkeep;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaspayBilling.Tests.Upkeep;

/// <summary>Breaks a database past everything that guards it, and tells what a check says of it.</summary>
internal static class BrokenRows
{
    /// <summary>Runs these statements while neither references nor triggers are looked after.</summary>
    public static async Task SqlAsync(TestDb db, params string[] statements)
    {
        var server = db.Settings.GetValueOrDefault("Database:ConnectionString");
        await using System.Data.Common.DbConnection connection = server is null
            ? new SqliteConnection($"Data Source={db.Settings["Database:Path"]};Pooling=False;Foreign Keys=False")
            : new NpgsqlConnection($"{server};Pooling=false");
        await connection.OpenAsync();
        foreach (var statement in server is null ? statements : ["SET session_replication_role = replica", .. statements])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>A file of the merchant whose bytes are others than those that were stored.</summary>
    public static async Task FileAsync(TestDb db, GivenMerchant merchant, string name)
    {
        var content = await db.AddAsync(new FileContent { Sha256 = new string('0', 64), Bytes = [1, 2, 3] });
        var invoice = await merchant.InvoiceAsync();
        await db.AddAsync(new Attachment
        {
            MerchantId = merchant.Id, InvoiceId = invoice.Id, Type = AttachmentType.Supporting, FileName = name,
            ContentType = "application/pdf", Size = 3, ContentId = content.Id,
            UploadedAt = db.Clock.GetUtcNow().UtcDateTime, UploadedBy = "Fina Finance",
        });
    }

    /// <summary>The rules that do not hold.</summary>
    public static async Task<IReadOnlyList<CheckedRule>> BrokenAsync(TestDb db)
    {
        var broken = new List<CheckedRule>();
        await foreach (var rule in db.Get<DatabaseCheck>().RunAsync(default))
        {
            if (!rule.Holds) broken.Add(rule);
        }

        return broken;
    }

    /// <summary>What is said of the rows that break them, one line each.</summary>
    public static async Task<IReadOnlyList<string>> SaidAsync(TestDb db) =>
        [.. (await BrokenAsync(db)).SelectMany(rule => rule.Breaches.Select(breach => $"{rule.Says} | {breach}"))];
}
