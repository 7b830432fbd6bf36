namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>Answer of <c>POST /connect/token</c>.</summary>
internal sealed record TokenAnswer(string AccessToken, string TokenType, int ExpiresIn, string Scope);

/// <summary>Answer of <c>PUT /documents/state/{uuid}/state</c>.</summary>
internal sealed record StateAnswer(string Uuid, string Status);

/// <summary>Answer of <c>GET /documents/{uuid}/details</c>.</summary>
internal sealed record DetailsAnswer(
    string Uuid,
    string SubmissionUid,
    string LongId,
    string InternalId,
    string TypeName,
    string TypeVersionName,
    string IssuerTin,
    string IssuerName,
    string ReceiverId,
    string ReceiverName,
    DateTime DateTimeIssued,
    DateTime DateTimeReceived,
    DateTime DateTimeValidated,
    decimal TotalExcludingTax,
    decimal TotalDiscount,
    decimal TotalNetAmount,
    decimal TotalPayableAmount,
    string Status,
    DateTime? CancelDateTime,
    DateTime? RejectRequestDateTime,
    string? DocumentStatusReason,
    string CreatedByUserId,
    ValidationResults ValidationResults);

internal sealed record ValidationResults(string Status, IReadOnlyList<ValidationStep> ValidationSteps);

internal sealed record ValidationStep(string Status, string Name);

/// <summary>Answer of <c>GET /documents/recent</c>.</summary>
internal sealed record RecentAnswer(IReadOnlyList<RecentDocument> Result, RecentMetadata Metadata);

internal sealed record RecentDocument(
    string Uuid,
    string SubmissionUID,
    string LongId,
    string InternalId,
    string TypeName,
    string TypeVersionName,
    string IssuerTin,
    string IssuerName,
    string ReceiverId,
    string ReceiverName,
    DateTime DateTimeIssued,
    DateTime DateTimeReceived,
    DateTime DateTimeValidated,
    decimal TotalSales,
    decimal TotalDiscount,
    decimal NetAmount,
    decimal Total,
    string Status,
    DateTime? CancelDateTime,
    DateTime? RejectRequestDateTime,
    string? DocumentStatusReason,
    string CreatedByUserId,
    string SupplierTIN,
    string SupplierName,
    string BuyerTIN,
    string BuyerName,
    string SubmissionChannel,
    string? IntermediaryName,
    string? IntermediaryTIN,
    string? IntermediaryROB);

internal sealed record RecentMetadata(int TotalPages, int TotalCount);

/// <summary>Answer of <c>GET /documenttypes</c>.</summary>
internal sealed record DocumentTypesAnswer(IReadOnlyList<DocumentTypeAnswer> Result);

/// <summary>A type of document; the list leaves the workflow parameters out, as documented.</summary>
internal record DocumentTypeAnswer(
    int Id,
    int InvoiceTypeCode,
    string Description,
    DateTime ActiveFrom,
    DateTime? ActiveTo,
    IReadOnlyList<DocumentTypeVersion> DocumentTypeVersions);

/// <summary>Answer of <c>GET /documenttypes/{id}</c>.</summary>
internal sealed record DocumentTypeDetails(
    int Id,
    int InvoiceTypeCode,
    string Description,
    DateTime ActiveFrom,
    DateTime? ActiveTo,
    IReadOnlyList<DocumentTypeVersion> DocumentTypeVersions,
    IReadOnlyList<WorkflowParameterAnswer> WorkflowParameters)
    : DocumentTypeAnswer(Id, InvoiceTypeCode, Description, ActiveFrom, ActiveTo, DocumentTypeVersions);

internal sealed record DocumentTypeVersion(
    int Id,
    string Name,
    string Description,
    DateTime ActiveFrom,
    DateTime? ActiveTo,
    decimal VersionNumber,
    string Status);

internal sealed record WorkflowParameterAnswer(long Id, string Parameter, int Value, DateTime ActiveFrom, DateTime? ActiveTo);

/// <summary>Answer of <c>GET /notifications/taxpayer</c>.</summary>
internal sealed record NotificationsAnswer(IReadOnlyList<NotificationAnswer> Result, NotificationMetadata Metadata);

internal sealed record NotificationAnswer(
    string NotificationId,
    string ReceiverName,
    string NotificationDeliveryId,
    DateTime CreationDateTime,
    DateTime ReceivedDateTime,
    string NotificationSubject,
    DateTime? DeliveredDateTime,
    string TypeId,
    string TypeName,
    string? FinalMessage,
    string Address,
    string Language,
    string Status,
    IReadOnlyList<DeliveryAttempt> DeliveryAttempts);

internal sealed record DeliveryAttempt(DateTime AttemptDateTime, string Status, string? StatusDetails);

internal sealed record NotificationMetadata(bool HasNext);
