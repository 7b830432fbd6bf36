using System.Reflection;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed partial class RefusalsTests
{
    [Fact]
    public void The_codes_are_those_of_the_list() =>
        All().Select(r => r.Code).Distinct().Order(StringComparer.Ordinal).Should().Equal(Golden);

    [Fact]
    public void Codes_are_lower_case_words_with_dots_and_hyphens() =>
        All().Select(r => r.Code).Where(code => !Code().IsMatch(code)).Should().BeEmpty();

    [Fact]
    public void Sentences_begin_with_a_capital_and_end_with_a_full_stop_or_a_question_mark() =>
        All().Select(r => r.Sentence()).Where(s => !Sentence().IsMatch(s)).Should().BeEmpty();

    [Fact]
    public void One_code_is_of_one_kind_and_about_one_field()
    {
        // The Start and the End Number share a code.
        var mixed = All()
            .Where(r => r.Code != "range.not-13-digits")
            .GroupBy(r => r.Code)
            .Where(g => g.Select(r => (r.Kind, r.Field)).Distinct().Count() > 1);

        mixed.Select(g => g.Key).Should().BeEmpty();
    }

    [Fact]
    public void Every_refusal_of_a_range_names_its_field() =>
        All().Where(r => r.Code.StartsWith("range.", StringComparison.Ordinal) && r.Kind == RefusalKind.BadInput && r.Field is null)
            .Should().BeEmpty();

    [Theory]
    [InlineData("database.unavailable", false, "database.unavailable")]
    [InlineData("database.unavailable", true, "database.unavailable:later")]
    [InlineData("database.unavailable:unknown", false, "database.unavailable:unknown")]
    [InlineData("database.unavailable:unknown", true, "database.unavailable:unknown")]
    public void Of_a_piece_that_the_database_stopped_the_sentence_is_true_of_the_whole(string key, bool before, string said)
    {
        var piece = Refusals.DatabaseUnavailable with { Message = Message.Of(key) };

        Refusals.OfAPiece([piece], before).Select(r => r.Message.Key).Should().Equal(said);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)?$")]
    private static partial Regex Code();

    [GeneratedRegex("^[\\p{Lu}\\d“][^\\n]*[.?]$")]
    private static partial Regex Sentence();

    /// <summary>Every static refusal, and what every function that makes one gives for plain arguments.</summary>
    internal static IReadOnlyList<Refusal> All()
    {
        var rooms = typeof(Refusals).Assembly.GetTypes().Where(t => t.Name.EndsWith(nameof(Refusals), StringComparison.Ordinal)).ToList();
        var fields = rooms.SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(Refusal))
            .Select(f => (Refusal)f.GetValue(null)!);
        var made = rooms.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.ReturnType == typeof(Refusal))
            .Select(m => (Refusal)m.Invoke(null, [.. m.GetParameters().Select(p => Plain(p.ParameterType))])!);
        return [.. fields, .. made];
    }

    private static object Plain(Type type) =>
        type == typeof(string) ? "Start"
        : type == typeof(Message) ? Message.Of("sheet.at")
        : type == typeof(IEnumerable<string>) ? new[] { "Name", "Email" }
        : type == typeof(IEnumerable<Value>) ? new Value[] { Message.Of("customer-field:npwp") }
        : type == typeof(int) ? 2026
        : type == typeof(decimal) ? 1_000m
        : type == typeof(bool) ? true
        : type == typeof(DateTime) ? Sample.Now
        : type == typeof(Role) ? Role.Finance
        : type == typeof(DateOnly) ? Sample.Today
        : type == typeof(DayRange) ? DayRange.Past(Sample.Today)
        : type == typeof(DocumentType) ? DocumentType.CreditNote
        : type == typeof(InvoiceStatus) ? InvoiceStatus.Paid
        : type == typeof(ExportProblem)
            ? new ExportProblem("code-missing", Message.Of("export-problem.code-missing"), ProblemLocation.Invoice)
        : type == typeof(TaxNumber) ? Sample.Number("000-26.00000001")
        : type == typeof(TaxNumberRange) ? Sample.Range("000-26.00000001", "000-26.00000010")
        : throw new NotSupportedException($"Give a plain {type.Name} here.");
}
