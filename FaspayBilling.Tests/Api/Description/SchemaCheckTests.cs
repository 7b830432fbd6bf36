using System.Text.Json;

namespace FaspayBilling.Tests.Api.Description;

public sealed class SchemaCheckTests
{
    private const string Document = """
        { "components": { "schemas": { "Bill": {
          "type": "object",
          "required": ["id"],
          "properties": {
            "id": { "type": ["string", "integer"], "pattern": "^[0-9]+$", "minimum": 1 },
            "at": { "type": "string", "format": "date-time" },
            "state": { "type": "string", "enum": ["A", "B"], "maxLength": 1 },
            "items": { "type": "array", "items": { "$ref": "#/components/schemas/Bill" } }
          }
        } } } }
        """;

    [Theory]
    [InlineData("""{ "id": 1, "at": "2026-11-16T03:00:00Z", "state": "A", "items": [{ "id": "2" }] }""", "")]
    [InlineData("{}", "it lacks id")]
    [InlineData("[]", "it is Array, not object")]
    [InlineData("""{ "id": "x" }""", "it.id is x, not like ^[0-9]+$")]
    [InlineData("""{ "id": 0 }""", "it.id is 0")]
    [InlineData("""{ "id": 1.5 }""", "it.id is Number, not string or integer")]
    [InlineData("""{ "id": 1, "at": "16/11/2026" }""", "it.at is 16/11/2026, no instant")]
    [InlineData("""{ "id": 1, "state": "C" }""", "it.state is C")]
    [InlineData("""{ "id": 1, "more": 1 }""", "it.more is not described")]
    [InlineData("""{ "id": 1, "items": [{ "id": 1 }, {}] }""", "it.items[1] lacks id")]
    public void A_value_that_does_not_fit_is_named(string value, string problem)
    {
        var document = JsonDocument.Parse(Document).RootElement;
        var schema = JsonDocument.Parse("""{ "$ref": "#/components/schemas/Bill" }""").RootElement;

        string.Join("; ", new SchemaCheck(document).Problems(schema, JsonDocument.Parse(value).RootElement).Take(1)).Should().Be(problem);
    }
}
