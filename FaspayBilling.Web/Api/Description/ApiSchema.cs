using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>What a value of a call may be, for the description.</summary>
internal sealed record ApiSchema(JsonSchemaType Type)
{
    public static readonly ApiSchema Text = new(JsonSchemaType.String);
    public static readonly ApiSchema Whole = new(JsonSchemaType.Integer);
    public static readonly ApiSchema Number = new(JsonSchemaType.Number);
    public static readonly ApiSchema Flag = new(JsonSchemaType.Boolean);
    public static readonly ApiSchema Nothing = new(JsonSchemaType.Null);

    /// <summary>An instant, in UTC.</summary>
    public static readonly ApiSchema Instant = Text with { Format = "date-time" };

    /// <summary>With a name it stands in <c>components/schemas</c>, else where it is used.</summary>
    public string? Name { get; private init; }

    public string? Says { get; private init; }

    public string? Format { get; init; }

    /// <summary>Of a text.</summary>
    public string? Pattern { get; init; }

    /// <summary>Of a text.</summary>
    public int? Longest { get; init; }

    /// <summary>Of a number.</summary>
    public int? Least { get; init; }

    /// <summary>Of a number.</summary>
    public int? Most { get; init; }

    public IReadOnlyList<string> Values { get; private init; } = [];

    public ApiSchema? Items { get; private init; }

    public IReadOnlyList<ApiField> Fields { get; private init; } = [];

    /// <summary>An object; every object has a name.</summary>
    public static ApiSchema Object(string name, string says, params IReadOnlyList<ApiField> fields) =>
        new(JsonSchemaType.Object) { Name = name, Says = says, Fields = fields };

    public static ApiSchema List(ApiSchema items) => new(JsonSchemaType.Array) { Items = items };

    public static ApiSchema OneOf(params IReadOnlyList<string> values) => Text with { Values = values };

    public static ApiSchema Like(string pattern) => Text with { Pattern = pattern };

    /// <summary>A number that may also be sent as a text of that pattern.</summary>
    public ApiSchema OrText(string pattern) => this with { Type = Type | JsonSchemaType.String, Pattern = pattern };

    public ApiSchema OrNull() => this with { Type = Type | JsonSchemaType.Null };
}

/// <summary>A named value of an object.</summary>
internal sealed record ApiField(string Name, bool Needed, ApiSchema Schema, string Says)
{
    public static ApiField Must(string name, ApiSchema schema, string says) => new(name, Needed: true, schema, says);

    public static ApiField May(string name, ApiSchema schema, string says) => new(name, Needed: false, schema, says);
}
