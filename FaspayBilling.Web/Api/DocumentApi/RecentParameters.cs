using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>The query string of Get Recent Documents (docs/sources/myinvois.md 1.4).</summary>
internal static class RecentParameters
{
    private const int MostPages = 10_000;
    private const int MostRows = 100;

    public static RecentQuery Read(QueryReader query)
    {
        var status = query.Choice("status", "Valid", "Cancelled", "Submitted", "Invalid");
        var direction = query.Choice("InvoiceDirection", "Sent", "Received") ?? query.Choice("direction", "Sent", "Received");
        var receiver = Tin(query, "receiverTin") ?? Tin(query, "receiverId");
        var issuer = Tin(query, "issuerTin") ?? Tin(query, "issuerId");
        if (receiver is not null && direction != "Sent")
        {
            query.Bad<string>("receiverTin", "only with InvoiceDirection Sent");
        }

        if (issuer is not null && direction != "Received")
        {
            query.Bad<string>("issuerTin", "only with InvoiceDirection Received");
        }

        // A document is received the moment it is issued here, so both periods limit the same instant.
        var submitted = query.Period("submissionDateFrom", "submissionDateTo");
        var issued = query.Period("issueDateFrom", "issueDateTo");
        return new RecentQuery
        {
            Page = query.Number("pageNo", 1, MostPages),
            Size = query.Number("pageSize", MostRows, MostRows),
            Issued = Both(submitted, issued),
            Sent = direction is null ? null : direction == "Sent",
            Cancelled = status is null ? null : status == "Cancelled",
            Nothing = status is "Submitted" or "Invalid",
            Type = Type(query),
            ReceiverTin = receiver,
            IssuerTin = issuer,
        };
    }

    private static (DateTime From, DateTime To)? Both((DateTime From, DateTime To)? one, (DateTime From, DateTime To)? other) =>
        one is { } a && other is { } b ? (a.From > b.From ? a.From : b.From, a.To < b.To ? a.To : b.To) : one ?? other;

    private static string? Tin(QueryReader query, string name) => query.Text(name) is not { } text ? null
        : Npwp.Digits(text) is { } digits && Npwp.IsValid(digits) ? digits
        : query.Bad<string>(name, "give a tax id of 15 or 16 digits");

    private static DocumentType? Type(QueryReader query) => query.Text("documentType") is not { } text ? null
        : DocumentTypes.All.Cast<DocumentType?>().FirstOrDefault(t => WireNames.Code(t!.Value) == text.PadLeft(2, '0'))
            ?? query.Bad<DocumentType?>("documentType", "give a code, 01 to 04 or 11 to 14");
}
