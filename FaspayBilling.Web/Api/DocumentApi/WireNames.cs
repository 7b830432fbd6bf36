using System.Globalization;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>The document API's words for what Core knows under its own.</summary>
internal static class WireNames
{
    public const string Version = "1.0";

    /// <summary>When all types began, as their workflow parameters have it.</summary>
    public static readonly DateTime Began = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static string Status(DocumentRow row) => row.IsCancelled ? "Cancelled" : "Valid";

    /// <summary>One field for both reasons.</summary>
    public static string? Reason(DocumentRow row) => row.CancelReason ?? row.RejectReason;

    public static string Code(DocumentType type) => ((int)type).ToString("00", CultureInfo.InvariantCulture);

    public static string Name(WorkflowParameterKind kind) => kind switch
    {
        WorkflowParameterKind.Submission => "submissionDuration",
        WorkflowParameterKind.Cancellation => "cancellationDuration",
        WorkflowParameterKind.Rejection => "rejectionDuration",
    };
}
