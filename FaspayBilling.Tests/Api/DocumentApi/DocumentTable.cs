using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using static FaspayBilling.Core.Domain.Invoices.InvoiceStatus;

namespace FaspayBilling.Tests.Api.DocumentApi;

/// <summary>Who calls. The document was issued by one merchant of the installation and received by another.</summary>
public enum Caller
{
    Issuer,
    Receiver,
    Stranger,
    IssuersAgent,
    ReceiversAgent,
    AgentWithoutPermission,
    AgentAfterItsDays,
}

/// <summary>One row: a call, and the HTTP status and code that it must give.</summary>
public sealed record DocumentRowCase(
    Caller Caller,
    string Verb,
    InvoiceStatus Status,
    int MillisecondsAfterEnd,
    bool Referenced,
    DocumentType Type,
    string Said)
{
    public override string ToString() =>
        $"{Caller} {Verb} {Status} {MillisecondsAfterEnd} ms {(Referenced ? "referenced " : "")}{Type} -> {Said}";
}

/// <summary>
/// The decision table of the document API, written before its code: actor, state, window, reference, type; HTTP status and code.
/// </summary>
public static class DocumentTable
{
    private const string Cancel = "cancelled";
    private const string Reject = "rejected";
    private const string Forbidden = "403 Forbidden";
    private const string State = "400 IncorrectState";
    private const string Over = "400 OperationPeriodOver";
    private const string Noted = "400 ActiveReferencingDocuments";

    private static readonly int[] Windows = [-1000, 0, 1, 1000];

    public static IEnumerable<DocumentRowCase> Rows =>
        from caller in Enum.GetValues<Caller>()
        from verb in new[] { Cancel, Reject }
        from status in new[] { Unpaid, PartiallyPaid, Paid, Cancelled }
        from after in Windows
        from referenced in new[] { false, true }
        from type in new[] { DocumentType.Invoice, DocumentType.SelfBilledInvoice }
        where Interesting(caller, status, after, referenced, type)
        select new DocumentRowCase(caller, verb, status, after, referenced, type, Said(caller, verb, status, after, referenced));

    // Every combination for both parties of an invoice; for the others what differs from it.
    private static bool Interesting(Caller caller, InvoiceStatus status, int after, bool referenced, DocumentType type) =>
        caller is Caller.Issuer or Caller.Receiver
            ? type == DocumentType.Invoice || (after == 0 && status is Unpaid or Cancelled)
            : (status == Unpaid && after is 0 or 1 && !referenced)
                || (status == Cancelled && after == 0 && referenced && type == DocumentType.Invoice);

    private static string Said(Caller caller, string verb, InvoiceStatus status, int after, bool referenced)
    {
        bool mayCancel = caller is Caller.Issuer or Caller.IssuersAgent, mayReject = caller is Caller.Receiver or Caller.ReceiversAgent;
        if (verb == Cancel ? !mayCancel : !mayReject)
        {
            return Forbidden;
        }

        // Cancelling over the API only while nothing was paid; to the receiver all that is not cancelled is Valid.
        var stateForbids = verb == Cancel ? status != Unpaid : status == Cancelled;
        return stateForbids ? State
            : after > 0 ? Over
            : referenced ? Noted
            : verb == Cancel ? "200 Cancelled" : "200 Requested for Rejection";
    }
}
