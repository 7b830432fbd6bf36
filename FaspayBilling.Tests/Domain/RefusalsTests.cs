using System.Reflection;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Tests.Domain;

public sealed partial class RefusalsTests
{
    /// <summary>Every code there is, by hand: a code is added, never changed, never reused, never taken away.</summary>
    private static readonly string[] Golden =
    [
        "api-client.name",
        "api-client.not-found",
        "api-credential.not-found",
        "api-credential.signature",
        "bill-page.not-found",
        "bill.deleted",
        "bill.due",
        "bill.items",
        "bill.not-found",
        "bill.other-request",
        "bill.static-va",
        "callback.not-found",
        "callback.not-repeatable",
        "callback.url",
        "cancel.reason",
        "changed-elsewhere",
        "coretax-list.empty",
        "coretax-list.file",
        "coretax-list.heading",
        "coretax-list.too-large",
        "coretax-row.invoice",
        "coretax-row.not-found",
        "customer-group.name",
        "customer-group.name-taken",
        "customer-group.not-found",
        "customer.additional-info",
        "customer.address",
        "customer.country",
        "customer.document-number",
        "customer.duplicate",
        "customer.email",
        "customer.group",
        "customer.in-use",
        "customer.name",
        "customer.nitku",
        "customer.not-found",
        "customer.npwp",
        "customer.npwp-address",
        "customer.npwp-name",
        "customer.phone",
        "customer.transaction-code",
        "customer.va-number",
        "customer.va-taken",
        "document-file.above-outstanding",
        "document-file.description",
        "document-file.missing",
        "document-file.name",
        "document-file.not-allowed",
        "document-file.not-found",
        "document-file.nothing-owed",
        "document-file.too-large",
        "document-file.withholding-amount",
        "document-file.withholding-date",
        "document-file.withholding-number",
        "document-file.withholding-off",
        "document.customer",
        "document.forbidden",
        "document.lines",
        "document.not-found",
        "document.not-rejectable",
        "document.reference",
        "document.rejection-period-over",
        "document.rejection-requested",
        "file.already-waiting",
        "file.archive-too-large",
        "file.bad-name",
        "file.customer-mismatch",
        "file.duplicate",
        "file.invoice",
        "file.invoice-numberless",
        "file.no-address",
        "file.not-found",
        "file.not-pdf",
        "file.not-zip",
        "file.other-merchant",
        "file.too-large",
        "file.unknown-number",
        "file.was-replaced",
        "idempotency.other-request",
        "import.columns",
        "import.twice",
        "import.value",
        "invoice.cancellation-period-over",
        "invoice.customer",
        "invoice.customer-archived",
        "invoice.date",
        "invoice.due",
        "invoice.facility",
        "invoice.header",
        "invoice.holds-tax-number",
        "invoice.line-amount",
        "invoice.line-code",
        "invoice.line-discount",
        "invoice.line-luxury-tax",
        "invoice.line-name",
        "invoice.line-price",
        "invoice.line-quantity",
        "invoice.line-unit",
        "invoice.lines",
        "invoice.no-address",
        "invoice.not-cancellable",
        "invoice.not-deletable",
        "invoice.not-editable",
        "invoice.not-found",
        "invoice.not-issuable",
        "invoice.not-noted",
        "invoice.not-resendable",
        "invoice.notes",
        "invoice.referenced",
        "invoice.subject",
        "invoice.supporting-document",
        "invoice.total",
        "invoice.transaction-code",
        "mail.not-found",
        "mail.not-resendable",
        "merchant.address",
        "merchant.code",
        "merchant.code-fixed",
        "merchant.code-taken",
        "merchant.logo",
        "merchant.name",
        "merchant.nitku",
        "merchant.npwp",
        "module.off",
        "not-allowed",
        "payment.above-outstanding",
        "payment.amount",
        "payment.date",
        "payment.method",
        "payment.not-allowed",
        "payment.not-found",
        "payment.not-undoable",
        "payment.note",
        "payment.undone",
        "range.blocks-differ",
        "range.end-before-start",
        "range.end-below-used",
        "range.in-use",
        "range.not-13-digits",
        "range.not-found",
        "range.overlap",
        "range.start-in-use",
        "range.too-long",
        "range.year",
        "representation.client",
        "representation.from",
        "representation.not-found",
        "representation.permissions",
        "representation.to",
        "settings.address",
        "settings.instructions",
        "settings.window",
        "sheet.not-readable",
        "sheet.too-large",
        "tax-export.channel",
        "tax-export.none-checked",
        "tax-export.not-found",
        "tax-export.problems",
        "tax-export.too-many",
        "tax-number.already-has-one",
        "tax-number.approved",
        "tax-number.exported",
        "tax-number.file-uploaded",
        "tax-number.invoice-not-cancelled",
        "tax-number.invoice-not-issued",
        "tax-number.none-available",
        "tax-number.none-to-cancel",
        "tax-number.tax-inactive",
        "threshold.limit",
        "token.client",
        "token.taxpayer",
        "user.current-password",
        "user.email",
        "user.email-taken",
        "user.last-admin",
        "user.link",
        "user.name",
        "user.not-found",
        "user.password",
        "user.passwords-differ",
    ];

    [Fact]
    public void The_codes_are_those_of_the_list() =>
        All().Select(r => r.Code).Distinct().Order(StringComparer.Ordinal).Should().Equal(Golden);

    [Fact]
    public void Codes_are_lower_case_words_with_dots_and_hyphens() =>
        All().Select(r => r.Code).Where(code => !Code().IsMatch(code)).Should().BeEmpty();

    [Fact]
    public void Sentences_begin_with_a_capital_and_end_with_a_full_stop_or_a_question_mark() =>
        All().Where(r => r.Code != "user.password").Select(r => r.Sentence).Where(s => !Sentence().IsMatch(s)).Should().BeEmpty();

    [Fact]
    public void One_code_is_of_one_kind_and_about_one_field()
    {
        // The Start and the End Number share a code.
        var mixed = All().Where(r => r.Code != "range.not-13-digits").GroupBy(r => r.Code).Where(g => g.Select(r => (r.Kind, r.Field)).Distinct().Count() > 1);

        mixed.Select(g => g.Key).Should().BeEmpty();
    }

    [Fact]
    public void Every_refusal_of_a_range_names_its_field() =>
        All().Where(r => r.Code.StartsWith("range.", StringComparison.Ordinal) && r.Kind == RefusalKind.BadInput && r.Field is null).Should().BeEmpty();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)?$")]
    private static partial Regex Code();

    [GeneratedRegex("^[\\p{Lu}\\d“][^\\n]*[.?]$")]
    private static partial Regex Sentence();

    /// <summary>Every static refusal, and what every function that makes one gives for plain arguments.</summary>
    private static IReadOnlyList<Refusal> All()
    {
        var fields = typeof(Refusals).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Refusal)).Select(f => (Refusal)f.GetValue(null)!);
        var made = typeof(Refusals).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.ReturnType == typeof(Refusal))
            .Select(m => (Refusal)m.Invoke(null, [.. m.GetParameters().Select(p => Plain(p.ParameterType))])!);
        return [.. fields, .. made];
    }

    private static object Plain(Type type) =>
        type == typeof(string) ? "Start"
        : type == typeof(int) ? 2026
        : type == typeof(decimal) ? 1_000m
        : type == typeof(bool) ? true
        : type == typeof(DateTime) ? Sample.Now
        : type == typeof(Role) ? Role.Finance
        : type == typeof(InvoiceStatus) ? InvoiceStatus.Paid
        : type == typeof(TaxNumber) ? Sample.Number("000-26.00000001")
        : type == typeof(TaxNumberRange) ? Sample.Range("000-26.00000001", "000-26.00000010")
        : throw new NotSupportedException($"Give a plain {type.Name} here.");
}
