namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>A receiver's wish that the issuer cancels a document.</summary>
/// <param name="Status">Where the document's invoice stands.</param>
/// <param name="Receiver">The caller's merchant received the document.</param>
/// <param name="RequestedAt">When a rejection was asked for before; null if never.</param>
/// <param name="Deadline">Last instant for it.</param>
/// <param name="Referenced">A note that is not itself cancelled refers to it.</param>
/// <param name="Reason">Why; 1 to 300 code points.</param>
/// <param name="Now">The server's clock, whole milliseconds.</param>
public sealed record RejectionRequest(
    InvoiceStatus Status,
    bool Receiver,
    DateTime? RequestedAt,
    DateTime? Deadline,
    bool Referenced,
    string? Reason,
    DateTime Now);
