using FaspayBilling.Web.Api.Description;
using static FaspayBilling.Web.Api.Description.ApiField;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>A document as its details and the list of recent ones have it; tests hold it against what is written.</summary>
internal static class DocumentRowSchemas
{
    public static readonly ApiSchema Details = ApiSchema.Object(
        "DocumentDetails",
        "A document, for its issuer and for its receiver.",
        [
            .. Head("submissionUid"),
            Must("totalExcludingTax", ApiSchema.Number, "The tax base."),
            Must("totalDiscount", ApiSchema.Number, "The discount."),
            Must("totalNetAmount", ApiSchema.Number, "The tax base once more."),
            Must("totalPayableAmount", ApiSchema.Number, "The total."),
            .. State(),
            Must(
                "validationResults",
                ApiSchema.Object(
                    "ValidationResults",
                    "Always valid: what is not is never issued.",
                    Must("status", ApiSchema.OneOf("Valid"), "Valid."),
                    Must(
                        "validationSteps",
                        ApiSchema.List(ApiSchema.Object(
                            "ValidationStep",
                            "One step.",
                            Must("status", ApiSchema.OneOf("Valid"), "Valid."),
                            Must("name", ApiSchema.Text, "Its name."))),
                        "One.")),
                "Always valid."),
        ]);

    public static readonly ApiSchema Recent = ApiSchema.Object(
        "RecentDocumentList",
        "Documents of the last 31 days, newest first.",
        Must(
            "result",
            ApiSchema.List(ApiSchema.Object(
                "RecentDocument",
                "A document in a list.",
                [
                    .. Head("submissionUID"),
                    Must("totalSales", ApiSchema.Number, "The tax base."),
                    Must("totalDiscount", ApiSchema.Number, "The discount."),
                    Must("netAmount", ApiSchema.Number, "The tax base once more."),
                    Must("total", ApiSchema.Number, "The total."),
                    .. State(),
                    Must("supplierTIN", ApiSchema.Text, "The tax id of who sold; of a self-billed document that is the receiver."),
                    Must("supplierName", ApiSchema.Text, "Who sold."),
                    Must("buyerTIN", ApiSchema.Text, "The tax id of who bought."),
                    Must("buyerName", ApiSchema.Text, "Who bought."),
                    Must("submissionChannel", ApiSchema.OneOf("Invoicing Portal"), "Where it was made."),
                    Must("intermediaryName", ApiSchema.Text.OrNull(), "Empty."),
                    Must("intermediaryTIN", ApiSchema.Text.OrNull(), "Empty."),
                    Must("intermediaryROB", ApiSchema.Text.OrNull(), "Empty."),
                ])),
            "A page of them."),
        Must(
            "metadata",
            ApiSchema.Object(
                "RecentDocumentPage",
                "How many there are.",
                Must("totalPages", ApiSchema.Whole, "0 without documents."),
                Must("totalCount", ApiSchema.Whole, "Documents on all pages.")),
            "How many there are."));

    private static IEnumerable<ApiField> Head(string submission) =>
    [
        Must("uuid", DocumentSchemas.Uuid, "The document's 26 characters."),
        Must(submission, DocumentSchemas.Uuid, "The same: each document is submitted alone."),
        Must("longId", ApiSchema.Text, "Empty."),
        Must("internalId", ApiSchema.Text, "The invoice's number."),
        Must("typeName", ApiSchema.Text, "The name of its type."),
        Must("typeVersionName", ApiSchema.Text, "The version of its type."),
        Must("issuerTin", ApiSchema.Text, "The issuer's tax id."),
        Must("issuerName", ApiSchema.Text, "The issuer; of a self-billed document that is the buyer."),
        Must("receiverId", ApiSchema.Text, "The receiver's tax id."),
        Must("receiverName", ApiSchema.Text, "The receiver."),
        Must("dateTimeIssued", ApiSchema.Instant, "When it was issued."),
        Must("dateTimeReceived", ApiSchema.Instant, "The same."),
        Must("dateTimeValidated", ApiSchema.Instant, "The same; the time for cancelling runs from here."),
    ];

    private static IEnumerable<ApiField> State() =>
    [
        Must("status", ApiSchema.OneOf("Valid", "Cancelled"), "Its state."),
        Must("cancelDateTime", ApiSchema.Instant.OrNull(), "When it was cancelled."),
        Must("rejectRequestDateTime", ApiSchema.Instant.OrNull(), "When its receiver asked for a rejection."),
        Must("documentStatusReason", ApiSchema.Text.OrNull(), "Why it was cancelled or is to be rejected."),
        Must("createdByUserId", ApiSchema.Text, "The issuer's tax id."),
    ];
}
