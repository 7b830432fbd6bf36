using System.Text.Json;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed class MessageTests
{
    private static readonly Message Everything = Message.Of(
        "a.b:c",
        ("text", "PT “Maju” {x} \\ ☕"),
        ("count", 1_000_000),
        ("plain", Value.Plain(2026)),
        ("money", Value.Money(-1_234.50m)),
        ("day", new DateOnly(2026, 11, 30)),
        ("month", Value.Month(new DateOnly(2026, 11, 30))),
        ("instant", new DateTime(2026, 11, 30, 20, 4, 0, DateTimeKind.Utc)),
        ("term", Value.Term(InvoiceStatus.PartiallyPaid)),
        ("list", Value.List(["one", 2, Message.Of("d.e", ("f", "g"))])),
        ("message", Message.Of("d.e", ("f", Value.Plain(1)))));

    [Fact]
    public void Equal_keys_and_values_make_equal_messages()
    {
        var same = Message.Of("a.b", ("x", "1"), ("y", Value.List(["p", "q"])));

        same.Should().Be(Message.Of("a.b", ("x", "1"), ("y", Value.List(["p", "q"]))));
        same.GetHashCode().Should().Be(Message.Of("a.b", ("x", "1"), ("y", Value.List(["p", "q"]))).GetHashCode());
        same.Should().NotBe(Message.Of("a.b", ("x", "1"), ("y", Value.List(["p"]))));
        same.Should().NotBe(Message.Of("a.b", ("x", 1), ("y", Value.List(["p", "q"]))));
    }

    [Fact]
    public void The_database_keeps_a_message_without_loss()
    {
        MessageJson.Read(MessageJson.Write(Everything.Values)).Should().Equal(Everything.Values);
        MessageJson.ReadMessage(MessageJson.WriteMessage(Everything)).Should().Be(Everything);
        MessageJson.Write(Message.Of("range.overlap", ("range", "000-22"), ("year", Value.Plain(2022))).Values)
            .Should().Be("""{"range":"000-22","year":{"p":"2022"}}""");
    }

    [Fact]
    public void A_refusal_that_is_kept_as_JSON_comes_back_as_it_was()
    {
        var refusal = InvoiceRefusals.PaymentAboveOutstanding(2m, 1m);

        JsonSerializer.Deserialize<Refusal>(JsonSerializer.Serialize(refusal)).Should().Be(refusal);
    }

    [Fact]
    public void Braces_in_a_value_are_letters_and_fill_nothing_in() =>
        Sentences.Of(Message.Of("{first}, {second}", ("first", "{second}"), ("second", "{0}")), Language.English)
            .Should().Be("{second}, {0}");

    [Fact]
    public void The_topic_is_the_key_without_its_variant() =>
        (Everything.Topic, Message.Of("not-allowed").Topic).Should().Be(("a.b", "not-allowed"));

    [Theory]
    [InlineData("count", "1.000.000")]
    [InlineData("plain", "2026")]
    [InlineData("money", "-Rp 1.234,50")]
    [InlineData("day", "30/11/2026")]
    [InlineData("month", "November 2026")]
    [InlineData("instant", "01/12/2026 03:04")]
    [InlineData("term", "Partially Paid")]
    public void Values_are_written_as_screens_write_them(string name, string written)
    {
        var value = Everything.Values.Single(v => v.Name == name).Value;

        Message.Of("{value}", ("value", value)).Sentence().Should().Be(written);
        Sentences.Of(Message.Of("{value}", ("value", Value.List([value, "x"]))), Language.English).Should().Be($"{written}, x");
    }
}
