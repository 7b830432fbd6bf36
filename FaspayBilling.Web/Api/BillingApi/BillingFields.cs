namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>The parameters of a call of the billing API; each from the body if it is named there, else from the query string.</summary>
internal sealed class BillingFields(IReadOnlyDictionary<string, BillingValue> body, IQueryCollection query)
{
    /// <summary>What is wrong first, beginning with the parameter's name; null while nothing is.</summary>
    public string? Fault { get; private set; }

    public T? Needed<T>(string name, Func<string, T?> read, string need)
        where T : class => Text(name, needed: true) is { } text ? Checked(name, read(text), need) : null;

    public T? Needed<T>(string name, Func<string, T?> read, string need)
        where T : struct => Text(name, needed: true) is { } text ? Checked(name, read(text), need) : null;

    public T? Optional<T>(string name, Func<string, T?> read, string need)
        where T : class => Text(name, needed: false) is { } text ? Checked(name, read(text), need) : null;

    public T? Optional<T>(string name, Func<string, T?> read, string need)
        where T : struct => Text(name, needed: false) is { } text ? Checked(name, read(text), need) : null;

    /// <summary>The JSON of an array in the body; null without one.</summary>
    public string? Array(string name)
    {
        if (!body.TryGetValue(name, out var value) || (value.Plain && string.IsNullOrEmpty(value.Text)))
        {
            return null;
        }

        if (value.Array is null)
        {
            Wrong(name, "an array is needed");
        }

        return value.Array;
    }

    public void Wrong(string name, string why) => Fault ??= $"{name}: {why}";

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
}
