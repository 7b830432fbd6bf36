using System.Globalization;
using FaspayBilling.Core.Domain.Api;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Billings;

namespace FaspayBilling.Web.Api;

/// <summary>Reads the parameters of Get List Invoice; each from the body if it is named there, else from the query string.</summary>
internal sealed class BillingParameters(IReadOnlyDictionary<string, BillingValue> body, IQueryCollection query)
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm"];
    private static readonly (int First, int Last) Years = (1900, 2999);

    /// <summary>What is wrong first, beginning with the parameter's name; null while nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>The signature and what is asked for; only of use without a <see cref="Fault"/>.</summary>
    public (string Signature, InvoicesQuery Query) Read()
    {
        var signature = Needed("signature", text => BillingSignature.IsOne(text) ? text : null, "40 lower-case hex digits, SHA1(MD5(username + password)), are needed") ?? "";
        var page = Needed("page", Number, "a whole number from 1 on is needed");
        var from = Needed("start_period", Day, DayNeeded);
        var to = Needed("end_period", Day, DayNeeded);
        var statuses = Needed("status", Statuses, "one of 0, 1, 2, 3, 4, 5, 7, or several of them joined by commas, is needed") ?? [];
        var customer = Optional("customer_id", Number, "a whole number from 1 on is needed, or nothing");
        var due = Optional("due_date", Day, DayNeeded);
        if (from > to)
        {
            Wrong("end_period", "it is before start_period");
        }

        return (signature, new InvoicesQuery(from ?? default, to ?? default, statuses, page ?? 1, customer, due));
    }

    private static string DayNeeded => "a date as yyyy-MM-dd, with or without a time, is needed";

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : null;

    private static DateOnly? Day(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= Years.First && day.Year <= Years.Last
            ? DateOnly.FromDateTime(day)
            : null;

    private static IReadOnlyList<InvoiceStatus>? Statuses(string text)
    {
        var statuses = text.Split(',').Select(number => BillingWire.Status(number.Trim(' '))).ToList();
        return statuses.Contains(null) ? null : [.. statuses.OfType<InvoiceStatus>().Distinct()];
    }

    private T? Needed<T>(string name, Func<string, T?> read, string need)
        where T : class => Text(name, needed: true) is { } text ? Checked(name, read(text), need) : null;

    private T? Needed<T>(string name, Func<string, T?> read, string need)
        where T : struct => Text(name, needed: true) is { } text ? Checked(name, read(text), need) : null;

    private T? Optional<T>(string name, Func<string, T?> read, string need)
        where T : struct => Text(name, needed: false) is { } text ? Checked(name, read(text), need) : null;

    private T Checked<T>(string name, T value, string need)
    {
        if (value is null)
        {
            Wrong(name, need);
        }

        return value;
    }

    private string? Text(string name, bool needed)
    {
        if (!body.TryGetValue(name, out var value))
        {
            var given = query[name];
            value = given.Count > 1 ? new(null, Plain: false) : new(given.Count == 1 ? given[0] : null);
        }

        if (!value.Plain)
        {
            Wrong(name, "one text or number is needed");
            return null;
        }

        var missing = string.IsNullOrEmpty(value.Text);
        if (missing && needed)
        {
            Wrong(name, "it is missing");
        }

        return missing ? null : value.Text;
    }

    private void Wrong(string name, string why) => Fault ??= $"{name}: {why}";
}
