using System.Globalization;
using System.Text.Json;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>
/// What the document API answers, for its description: written by the same records and the same code as the real answers.
/// </summary>
internal static class DocumentExamples
{
    public const string TokenForm = $$"""
        {
          "client_id": "{{ExampleValues.ClientId}}",
          "client_secret": "{{ExampleValues.ClientSecret}}",
          "grant_type": "client_credentials",
          "scope": "InvoicingAPI"
        }
        """;
    public const string CancelBody = """{ "status": "cancelled", "reason": "Wrong buyer details" }""";
    public const string RejectBody = """{ "status": "rejected", "reason": "Wrong invoice details" }""";
    public const string Issuer = "0012345678012000";
    public const string Receiver = "0098765432023000";
    private const string Uuid = ExampleValues.Document;
    private const string IssuerName = "PT Penerbit Contoh";
    private const string ReceiverName = "PT Pembeli Contoh";
    private static readonly DateTime At = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public static string Token =>
        JsonSerializer.Serialize(new TokenAnswer("CfDJ8…", "Bearer", ApiTokens.Seconds, "InvoicingAPI"), TokenJson.Default.TokenAnswer);

    public static string Cancelled => State("Cancelled");

    public static string Rejected => State("Requested for Rejection");

    public static string Details => JsonSerializer.Serialize(
        new DetailsAnswer(
            Uuid,
            Uuid,
            "",
            "INV-ABC-012600001",
            DocumentType.Invoice.Text(),
            WireNames.Version,
            Issuer,
            IssuerName,
            Receiver,
            ReceiverName,
            At,
            At,
            At,
            750_000,
            0,
            750_000,
            750_000,
            "Valid",
            null,
            null,
            null,
            Issuer,
            new ValidationResults("Valid", [new ValidationStep("Valid", "Issue validator")])),
        DocumentJson.Default.DetailsAnswer);

    public static string Recent => JsonSerializer.Serialize(
        new RecentAnswer(
            [
                new RecentDocument(
                    Uuid, Uuid, "", "INV-ABC-012600001", DocumentType.Invoice.Text(), WireNames.Version, Issuer, IssuerName, Receiver,
                    ReceiverName, At, At, At, 750_000, 0, 750_000, 750_000, "Valid", null, null, null, Issuer, Issuer, IssuerName,
                    Receiver, ReceiverName, "Invoicing Portal", null, null, null),
            ],
            new RecentMetadata(1, 1)),
        DocumentJson.Default.RecentAnswer);

    public static string Types => JsonSerializer.Serialize(
        new DocumentTypesAnswer([new DocumentTypeAnswer(1, 1, DocumentType.Invoice.Text(), WireNames.Began, null, [Version])]),
        DocumentJson.Default.DocumentTypesAnswer);

    public static string Type => JsonSerializer.Serialize(
        new DocumentTypeDetails(1, 1, DocumentType.Invoice.Text(), WireNames.Began, null, [Version],
        [
            new WorkflowParameterAnswer(12, WireNames.Name(WorkflowParameterKind.Cancellation), 72, WireNames.Began, null)
        ]),
        DocumentJson.Default.DocumentTypeDetails);

    public static string Notifications => JsonSerializer.Serialize(
        new NotificationsAnswer(
            [
                new NotificationAnswer(
                    "1", IssuerName, "1", At, At, "Document cancelled", At, ((int)DocumentNoticeKind.Cancelled)
                        .ToString(CultureInfo.InvariantCulture), DocumentNoticeKind.Cancelled.Text(),
                    $"Document cancelled ({Uuid})", "", "en", "Delivered", [new DeliveryAttempt(At, "delivered", null)]),
            ],
            new NotificationMetadata(false)),
        DocumentJson.Default.NotificationsAnswer);

    private static DocumentTypeVersion Version =>
        new(11, WireNames.Version, $"{DocumentType.Invoice.Text()} version {WireNames.Version}", WireNames.Began, null, 1.0m, "published");

    /// <summary>An OAuth error of the token endpoint.</summary>
    public static string TokenError(string error, string description) =>
        JsonSerializer.Serialize(new TokenError(error, description), TokenJson.Default.TokenError);

    private static string State(string status) => JsonSerializer.Serialize(new StateAnswer(Uuid, status), DocumentJson.Default.StateAnswer);
}
