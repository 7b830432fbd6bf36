using System.Text.RegularExpressions;
using FaspayBilling.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Performance;

/// <summary>Which tables grow with a merchant's work, and what of an index narrows nothing.</summary>
internal static partial class GrowingTables
{
    /// <summary>What is bounded by how an installation or a merchant is set up.</summary>
    private static readonly Dictionary<string, string> Bounded = new()
    {
        ["ApiClients"] = "systems of a merchant",
        ["AttemptCounts"] = "refused sign-ins of the last hours",
        ["BillingCredentials"] = "systems of a merchant",
        ["BillingSettings"] = "one row a merchant",
        ["CustomerGroups"] = "groups are made by hand",
        ["DataProtectionKeys"] = "one a month",
        ["FreeNumbers"] = "runs of a merchant's ranges",
        ["InstallationSecrets"] = "the installation's",
        ["Invitations"] = "users of a merchant",
        ["InvoiceCounters"] = "one row a month",
        ["InvoiceTotals"] = "one row a month, status and kind",
        ["Merchants"] = "merchants of the installation",
        ["PasswordResets"] = "users of a merchant",
        ["RecoveryCodes"] = "ten a user",
        ["Representations"] = "systems of a merchant",
        ["SetupLinks"] = "the installation's",
        ["TaxNumberRanges"] = "ranges of a merchant",
        ["TaxTotals"] = "one row a year and kind",
        ["ThresholdStates"] = "one row a year",
        ["Thresholds"] = "one row a merchant",
        ["UploadTotals"] = "one row a month",
        ["UsedCodes"] = "codes of the last minutes",
        ["UserClaims"] = "users of a merchant",
        ["UserLogins"] = "users of a merchant",
        ["UserPasskeys"] = "users of a merchant",
        ["UserSessions"] = "users of a merchant",
        ["UserTokens"] = "users of a merchant",
        ["Users"] = "users of a merchant",
        ["WorkflowParameters"] = "the law's windows",
    };

    // The same value stands in a share of a merchant's rows that grows with them.
    private static readonly HashSet<string> Wide =
    [
        "MerchantId", "CounterpartyMerchantId", "Archived", "Unmatched", "Status", "State", "Kind", "DocumentType", "Security", "Waits",
        "Subject", "EmailStatus", "Channel", "GroupId", "InvoiceTax",
    ];

    /// <summary>The tables that grow.</summary>
    public static HashSet<string> Of(BillingDb db) =>
        [.. db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Except(Bounded.Keys)];

    /// <summary>The column does not say which of a merchant's rows are meant; nor does one that is asked to be empty.</summary>
    public static bool IsWide(string column, string sql) =>
        Wide.Contains(column) || sql.Contains($"\"{column}\" IS NULL", StringComparison.Ordinal)
            || sql.Contains($"{column} IS NULL", StringComparison.Ordinal);

    /// <summary>So are all columns of a condition. A time from here to there narrows a list, but not what is counted of it.</summary>
    public static bool IsWide(IEnumerable<(string Name, string By)> columns, string sql) =>
        columns.All(c => IsWide(c.Name, sql) || (c.By is "<" or ">" && Walk(sql) == "count"));

    /// <summary>
    /// It looks for a text in the middle of others, for which a plain index is no help. The few invoices that wait to be indexed are
    /// looked through one by one; there are 127 at most (SearchQueueTests).
    /// </summary>
    public static bool LooksForText(string sql) => Text().IsMatch(Queued().Replace(sql, ""));

    /// <summary>Numbers are worked out of the rows that are read.</summary>
    public static string Walk(string sql) => Sum().IsMatch(sql) ? "count" : "walk";

    [GeneratedRegex(@"\bI?LIKE\b|\binstr\(|\bstrpos\(|~~")]
    private static partial Regex Text();

    [GeneratedRegex(@"FROM InvoiceSearchQueue q CROSS JOIN Invoices i\s+WHERE .*?\bLIMIT\b", RegexOptions.Singleline)]
    private static partial Regex Queued();

    [GeneratedRegex(@"\b(COUNT|SUM|ef_sum|MAX|MIN)\(", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Sum();
}
