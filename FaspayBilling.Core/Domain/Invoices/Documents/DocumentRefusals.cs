using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>The "no" about invoices as documents of the document API.</summary>
public static class DocumentRefusals
{
    public static readonly Refusal DocumentForbidden = Refusal.Of(RefusalKind.NotAllowed, "document.forbidden:issuer", field: null);
    public static readonly Refusal DocumentNotFound = Refusal.NotFound("document.not-found");
    public static readonly Refusal DocumentNotReceived = Refusal.Of(RefusalKind.NotAllowed, "document.forbidden:receiver", field: null);
    public static readonly Refusal DocumentNotYours = Refusal.Of(RefusalKind.NotAllowed, "document.forbidden:stranger", field: null);
    public static readonly Refusal DocumentNotGranted = Refusal.Of(RefusalKind.NotAllowed, "document.forbidden:grant", field: null);
    public static readonly Refusal RejectionAlreadyRequested = Refusal.Rule("document.rejection-requested");
    public static readonly Refusal DocumentLines = Refusal.Bad("document.lines", "Lines");
    public static readonly Refusal DocumentCustomer = Refusal.Bad("document.customer", "Customer");
    public static readonly Refusal DocumentReference = Refusal.Bad("document.reference", "RefersTo");

    public static Refusal DocumentNotRejectable(InvoiceStatus status) =>
        Refusal.Rule("document.not-rejectable", ("status", Value.Term(status)));

    public static Refusal RejectionPeriodOver(DateTime end) =>
        Refusal.Rule("document.rejection-period-over", ("end", end));
}
