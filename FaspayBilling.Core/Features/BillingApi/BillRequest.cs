using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>A bill that a merchant's system wants made (docs/sources/faspay.md 39).</summary>
public sealed record BillRequest
{
    public const int MostItems = 500;

    /// <summary>Whole rupiah above 0.</summary>
    public required decimal Total { get; init; }

    /// <summary>Instant (UTC); null for now.</summary>
    public DateTime? Date { get; init; }

    /// <summary>Instant (UTC); null for 24 hours after the bill was made.</summary>
    public DateTime? Due { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Without any, the bill has one line over its total.</summary>
    public IReadOnlyList<BillItem> Items { get; init; } = [];

    public Language Language { get; init; } = Language.English;

    /// <summary>At most 200 characters.</summary>
    public required string CustomerName { get; init; }

    public required string CustomerEmail { get; init; }

    /// <summary>At most 40 characters.</summary>
    public required string CustomerPhone { get; init; }

    /// <summary>At most 500 characters; may be empty.</summary>
    public string CustomerAddress { get; init; } = "";

    /// <summary>Digits of a virtual account, 10 at least; its last 10 are the customer's VA Static Number. Empty without one.</summary>
    public string StaticVa { get; init; } = "";

    /// <summary>SHA-256 over all that was asked for, lower-case hex; numbers count by their value, however they were written.</summary>
    internal string Hash()
    {
        string[] parts =
        [
            Text(Total), Text(Date), Text(Due), Notes, Language.ToString(), CustomerName, CustomerEmail, CustomerPhone, CustomerAddress,
            StaticVa, .. Items.SelectMany(i => new[] { i.Name, Text(i.Quantity), Text(i.Amount) }),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Text(DateTime? instant) => instant?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>One thing billed.</summary>
/// <param name="Name">At most 300 characters.</param>
/// <param name="Quantity">Above 0, with at most four decimals.</param>
/// <param name="Amount">Rupiah for one, with at most two decimals.</param>
public sealed record BillItem(string Name, decimal Quantity, decimal Amount);
