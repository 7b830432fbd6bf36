using System.Text.Json;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Tests.Attacks;

/// <summary>A column that holds somebody's words.</summary>
/// <param name="Name">Class and property.</param>
/// <param name="Written">The SQL that puts one text into it.</param>
/// <param name="Table">Its table.</param>
/// <param name="Column">Its name there.</param>
internal sealed record HostileColumn(string Name, string Written, string Table, string Column);

/// <summary>Every text column that a user, a caller or a file can fill, found in the model; whatever the rules of a form say.</summary>
internal static class HostileColumns
{
    // Made by the product: keys, secrets, and what it wrote in its own words.
    private static readonly string[] Made =
    [
        "ApiClient.ClientId", "ApiClient.SecretHash", "Attachment.ContentType", "AttemptCount.Key", "BillingCredential.ProtectedPassword",
        "BillingCredential.SignatureHash", "BillingCredential.Username", "CompletedWork.Answer", "CompletedWork.Key",
        "CompletedWork.RequestHash", "CompletedWork.Scope", "CoretaxChange.After", "CoretaxChange.Before", "DocumentNotice.DocumentId",
        "FileContent.Sha256", "HistoryEntry.Action", "HistoryEntry.RefusalCode", "InstallationSecret.Name",
        "InstallationSecret.ProtectedValue", "Invitation.SecretHash", "Invoice.BillKey", "Invoice.DocumentId", "Invoice.Number",
        "Invoice.TransactionHash", "MailAttachment.ContentType",
        "Merchant.Logo", "OutboxMail.Html", "OutboxMail.MessageId", "OutboxMail.PersonalLink",
        "PasswordReset.SecretHash", "RecoveryCode.Hash", "RecoveryCode.Start", "SetupLink.SecretHash", "UsedCode.Code",
        "User.ConcurrencyStamp", "User.NormalizedEmail", "User.NormalizedUserName", "User.PasswordHash", "User.PhoneNumber",
        "User.SecurityStamp", "User.UserName", "UserSession.SecretHash",
    ];

    // One of a list, or nothing but digits, whatever door it came in by.
    private static readonly string[] Codes =
    [
        "CoretaxRow.Number", "CoretaxRow.Serial", "Customer.Country", "Customer.Nitku", "Customer.Npwp", "Customer.TransactionCode",
        "Customer.VaNumber", "Invoice.AdditionalInfo", "Invoice.CoretaxNumber", "Invoice.CustomerNpwp", "Invoice.FacilityStamp",
        "Invoice.TransactionCode", "Invoice.TransactionNumber", "InvoiceLine.GoodsCode", "InvoiceLine.UnitCode", "Merchant.Code",
        "Merchant.Nitku", "Merchant.Npwp", "Payment.Method", "TaxFile.CoretaxNumber", "UnmatchedFile.CoretaxNumber",
    ];

    public static IEnumerable<string> LeftOut => [.. Made, .. Codes];

    /// <summary>All texts of our own classes, those that are left out too.</summary>
    public static IEnumerable<string> AllTexts(IModel model) => Texts(model).Select(Name);

    public static IReadOnlyList<HostileColumn> Of(IModel model) =>
    [
        .. from property in Texts(model)
           where !LeftOut.Contains(Name(property))
           select new HostileColumn(
               Name(property),
               Written(property),
               ((IEntityType)property.DeclaringType).GetTableName()!,
               property.GetColumnName()),
    ];

    /// <summary>Writes one of the texts into each of these columns of each row, another one in each.</summary>
    public static async Task FillAsync(TestDb db, IReadOnlyList<string> texts, int from)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        var json = JsonSerializer.Serialize(texts);
        foreach (var (column, index) in Of(context.Model).Select((c, i) => (c, i)))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"UPDATE \"{column.Table}\" SET \"{column.Column}\" = {column.Written}";
            command.Parameters.Add(new SqliteParameter("@texts", json));
            command.Parameters.Add(new SqliteParameter("@shift", from + (index * 7)));
            command.Parameters.Add(new SqliteParameter("@count", texts.Count));
            await command.ExecuteNonQueryAsync();
        }
    }

    private static IEnumerable<IProperty> Texts(IModel model) => model.GetEntityTypes()
        .Where(e => e.ClrType.Namespace!.StartsWith("FaspayBilling.", StringComparison.Ordinal) && e.GetTableName() is not null)
        .SelectMany(e => e.GetProperties())
        .Where(p => p.ClrType == typeof(string) || p.ClrType == typeof(List<string>));

    private static string Name(IProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.Name}";

    // The row's number keeps names apart that may not be equal; an address is one, and has the text behind it.
    private static string Written(IProperty property)
    {
        const string Text = "json_extract(@texts, '$[' || ((rowid + @shift) % @count) || ']') || ' ' || rowid";
        return property.ClrType == typeof(List<string>) ? $"json_array({Text})"
            : property.Name.EndsWith("Url", StringComparison.Ordinal) ? $"'https://shop.example/?q=' || {Text}"
            : Text;
    }
}
