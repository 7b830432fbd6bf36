using FaspayBilling.Web.Api.Description;
using static FaspayBilling.Web.Api.Description.ApiField;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>What the document API is sent and answers; tests hold it against what it writes.</summary>
internal static class DocumentSchemas
{
    /// <summary>A document's 26 characters.</summary>
    public static readonly ApiSchema Uuid = ApiSchema.Like("^[0-9A-Z]{26}$");

    /// <summary>The number of a type of document.</summary>
    public static readonly ApiSchema TypeNumber = ApiSchema.Whole with { Least = 1, Most = 14 };

    public static readonly ApiSchema TokenRequest = ApiSchema.Object(
        "TokenRequest",
        "The fields of the form.",
        Must("client_id", ApiSchema.Text, "The client, as the page API access shows it."),
        Must("client_secret", ApiSchema.Text, "Its secret, shown once when it was made."),
        Must("grant_type", ApiSchema.OneOf("client_credentials"), "The only one."),
        May("scope", ApiSchema.OneOf("InvoicingAPI"), "The only one."));

    public static readonly ApiSchema Token = ApiSchema.Object(
        "Token",
        "A token, to be sent as Authorization: Bearer.",
        Must("access_token", ApiSchema.Text, "The token."),
        Must("token_type", ApiSchema.OneOf("Bearer"), "How it is sent."),
        Must("expires_in", ApiSchema.Whole, "Seconds."),
        Must("scope", ApiSchema.OneOf("InvoicingAPI"), "What it is good for."));

    public static readonly ApiSchema TokenError = ApiSchema.Object(
        "TokenError",
        "Why there is no token, as OAuth has it.",
        Must(
            "error",
            ApiSchema.OneOf("invalid_request", "invalid_client", "unsupported_grant_type", "invalid_scope", "unauthorised_client"),
            "The code."),
        Must("error_description", ApiSchema.Text, "In words."));

    public static readonly ApiSchema StateChange = ApiSchema.Object(
        "DocumentStateChange",
        "What is to become of a document, and why.",
        Must("status", ApiSchema.OneOf("cancelled", "rejected"), "The issuer cancels, the receiver asks for a rejection."),
        Must("reason", ApiSchema.Text with { Longest = 300 }, "1 to 300 characters."));

    public static readonly ApiSchema State = ApiSchema.Object(
        "DocumentState",
        "What became of the document.",
        Must("uuid", Uuid, "The document's 26 characters."),
        Must("status", ApiSchema.OneOf("Cancelled", "Requested for Rejection"), "Its state now."));

    public static readonly ApiSchema Version = ApiSchema.Object(
        "DocumentTypeVersion",
        "A version of a type of document.",
        Must("id", ApiSchema.Whole, "Its number."),
        Must("name", ApiSchema.Text, "Its name."),
        Must("description", ApiSchema.Text, "In words."),
        Must("activeFrom", ApiSchema.Instant, "Since when it is used."),
        Must("activeTo", ApiSchema.Instant.OrNull(), "Until when."),
        Must("versionNumber", ApiSchema.Number, "Its name as a number."),
        Must("status", ApiSchema.OneOf("published"), "Whether it is used."));

    public static readonly ApiSchema Type = ApiSchema.Object("DocumentType", "A type of document.", [.. TypeFields()]);

    public static readonly ApiSchema Types = ApiSchema.Object(
        "DocumentTypeList", "The types of document.", Must("result", ApiSchema.List(Type), "One of each."));

    public static readonly ApiSchema TypeDetails = ApiSchema.Object(
        "DocumentTypeDetails",
        "A type of document with its workflow parameters.",
        [
            .. TypeFields(),
            Must(
                "workflowParameters",
                ApiSchema.List(ApiSchema.Object(
                    "WorkflowParameter",
                    "How long something may be done.",
                    Must("id", ApiSchema.Whole, "Its number."),
                    Must(
                        "parameter",
                        ApiSchema.OneOf("submissionDuration", "cancellationDuration", "rejectionDuration"),
                        "What it is about."),
                    Must("value", ApiSchema.Whole, "Hours."),
                    Must("activeFrom", ApiSchema.Instant, "Since when it holds."),
                    Must("activeTo", ApiSchema.Instant.OrNull(), "Until when."))),
                "In hours."),
        ]);

    public static readonly ApiSchema Notifications = ApiSchema.Object(
        "NotificationList",
        "What a taxpayer was told, newest first.",
        Must(
            "result",
            ApiSchema.List(ApiSchema.Object(
                "Notification",
                "A notice; every one is delivered and written in English.",
                Must("notificationId", ApiSchema.Text, "Its number."),
                Must("receiverName", ApiSchema.Text, "The taxpayer."),
                Must("notificationDeliveryId", ApiSchema.Text, "Its number once more."),
                Must("creationDateTime", ApiSchema.Instant, "When it happened."),
                Must("receivedDateTime", ApiSchema.Instant, "The same."),
                Must("notificationSubject", ApiSchema.Text, "What happened."),
                Must("deliveredDateTime", ApiSchema.Instant.OrNull(), "The same."),
                Must("typeId", ApiSchema.Text, "The number of its type."),
                Must("typeName", ApiSchema.Text, "The name of its type."),
                Must("finalMessage", ApiSchema.Text.OrNull(), "What happened, with the document's 26 characters."),
                Must("address", ApiSchema.Text, "Empty: nothing was sent."),
                Must("language", ApiSchema.OneOf("en"), "English."),
                Must("status", ApiSchema.OneOf("Delivered"), "Delivered."),
                Must(
                    "deliveryAttempts",
                    ApiSchema.List(ApiSchema.Object(
                        "DeliveryAttempt",
                        "An attempt to deliver it.",
                        Must("attemptDateTime", ApiSchema.Instant, "When."),
                        Must("status", ApiSchema.OneOf("delivered"), "How it ended."),
                        Must("statusDetails", ApiSchema.Text.OrNull(), "More of it."))),
                    "One."))),
            "A page of them."),
        Must(
            "metadata",
            ApiSchema.Object("NotificationPage", "Where the page stands.", Must("hasNext", ApiSchema.Flag, "There are older ones.")),
            "Where the page stands."));

    public static readonly ApiSchema Error = ApiSchema.Object(
        "DocumentError",
        "Why a call was refused: the names that the service sends and those that its documentation has, side by side.",
        Must("status", ApiSchema.OneOf("Invalid"), "Invalid."),
        Must("name", ApiSchema.Text, "What was asked for."),
        Must(
            "error",
            ApiSchema.Object(
                "DocumentErrorBody",
                "The first reason, and all of them in details.",
                Must("code", ApiSchema.Text, "The first reason's code."),
                Must("message", ApiSchema.Text, "The code in English."),
                Must("target", ApiSchema.Text, "What it is about."),
                Must("propertyName", ApiSchema.Text.OrNull(), "The property that decided it."),
                Must("propertyPath", ApiSchema.Nothing, "Empty."),
                Must("errorCode", ApiSchema.Text, "The same as code."),
                Must("error", ApiSchema.Text, "The same as message."),
                Must("errorMS", ApiSchema.Text, "The code in Malay."),
                Must(
                    "details",
                    ApiSchema.List(ApiSchema.Object(
                        "DocumentErrorDetail",
                        "One reason.",
                        Must("code", ApiSchema.Text, "Its code."),
                        Must("message", ApiSchema.Text, "A sentence."),
                        Must("target", ApiSchema.Text, "What it is about."))),
                    "Never empty."),
                Must("innerError", ApiSchema.Nothing, "Empty.")),
            "Why."));

    private static IEnumerable<ApiField> TypeFields() =>
    [
        Must("id", TypeNumber, "Its number."),
        Must("invoiceTypeCode", TypeNumber, "Its number once more."),
        Must("description", ApiSchema.Text, "Its name."),
        Must("activeFrom", ApiSchema.Instant, "Since when it is used."),
        Must("activeTo", ApiSchema.Instant.OrNull(), "Until when."),
        Must("documentTypeVersions", ApiSchema.List(Version), "Its versions."),
    ];
}
