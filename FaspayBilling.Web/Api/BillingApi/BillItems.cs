using System.Globalization;
using System.Text.Json;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.BillingApi;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>Reads the items of a bill: an array of objects with item_name, qty and item_amount, numbers as texts or numbers.</summary>
internal static class BillItems
{
    private const int LongestName = 300;
    private const decimal MostQuantity = 999_999_999m;
    private const decimal MostAmount = 9_999_999_999_999m;
    private const string Name = "items";

    public static IReadOnlyList<BillItem> Read(BillingFields fields, string json)
    {
        using var items = JsonDocument.Parse(json, BillingBody.Tolerant);
        if (items.RootElement.GetArrayLength() > BillRequest.MostItems)
        {
            fields.Wrong(Name, "at most 500 are kept");
            return [];
        }

        var read = new List<BillItem>();
        foreach (var item in items.RootElement.EnumerateArray())
        {
            if (Item(item) is { } good)
            {
                read.Add(good);
            }
            else
            {
                fields.Wrong(Name, string.Create(
                    CultureInfo.InvariantCulture,
                    $"number {read.Count + 1} needs item_name (1 to 300 characters), qty (above 0, at most 4 decimals) and item_amount "
                        + $"(0 or more, at most 2 decimals)"));
                return [];
            }
        }

        return read;
    }

    private static BillItem? Item(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var named = Text(item, "item_name")?.Trim() ?? "";
        var name = PlainText.Line(named);
        var quantity = Number(Text(item, "qty"), MostQuantity, 4);
        var amount = Number(Text(item, "item_amount"), MostAmount, 2);
        return name is { Length: > 0 and <= LongestName }
            && !named.Any(char.IsControl)
            && quantity > 0
            && amount is { } price
            && Rupiah.Cents(price * quantity.Value) <= MostAmount
            ? new BillItem(name, quantity.Value, price)
            : null;
    }

    private static string? Text(JsonElement item, string name) => !item.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => Unescaped(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // Half a surrogate pair is no text.
    private static string? Unescaped(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static decimal? Number(string? text, decimal most, int decimals) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= 0
            && number <= most
            && decimal.Round(number, decimals) == number
            ? number
            : null;
}
