using System.Globalization;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>From Core's rows to the documented records.</summary>
internal static class DocumentWire
{
    public static DetailsAnswer Details(DocumentRow row) => new(
        row.DocumentId,
        row.DocumentId,
        "",
        row.Number,
        row.Type.Text(),
        WireNames.Version,
        row.IssuerTin,
        row.IssuerName,
        row.ReceiverTin,
        row.ReceiverName,
        row.IssuedAt,
        row.IssuedAt,
        row.IssuedAt,
        row.TaxBase,
        row.Discount,
        row.TaxBase,
        row.Total,
        WireNames.Status(row),
        row.CancelledAt,
        row.RejectRequestedAt,
        WireNames.Reason(row),
        row.IssuerTin,
        new("Valid", [new("Valid", "Issue validator")]));

    public static RecentAnswer Recent(Page<DocumentRow> page) =>
        new([.. page.Rows.Select(Recent)], new(page.Total == 0 ? 0 : page.Count, page.Total));

    public static DocumentTypeAnswer Type(DocumentTypeRow row) =>
        new((int)row.Type, (int)row.Type, row.Type.Text(), WireNames.Began, null, Versions(row.Type));

    public static DocumentTypeDetails TypeDetails(DocumentTypeRow row) => new(
        (int)row.Type, (int)row.Type, row.Type.Text(), WireNames.Began, null, Versions(row.Type),
        [.. row.Parameters.Select(p => new WorkflowParameterAnswer(p.Id, WireNames.Name(p.Parameter), p.Value, p.ActiveFrom, p.ActiveTo))]);

    public static NotificationsAnswer Notifications(NotificationPage page) =>
        new([.. page.Rows.Select(n => Notification(page.ReceiverName, n))], new(page.HasNext));

    // For self-billed documents the buyer is the issuer of record.
    private static RecentDocument Recent(DocumentRow row)
    {
        (string Tin, string Name) issuer = (row.IssuerTin, row.IssuerName), receiver = (row.ReceiverTin, row.ReceiverName);
        var (supplier, buyer) = row.Type.IsSelfBilled() ? (receiver, issuer) : (issuer, receiver);
        return new(
            row.DocumentId, row.DocumentId, "", row.Number, row.Type.Text(), WireNames.Version, row.IssuerTin, row.IssuerName,
            row.ReceiverTin, row.ReceiverName, row.IssuedAt, row.IssuedAt, row.IssuedAt, row.TaxBase, row.Discount, row.TaxBase, row.Total,
            WireNames.Status(row), row.CancelledAt, row.RejectRequestedAt, WireNames.Reason(row), row.IssuerTin, supplier.Tin,
            supplier.Name, buyer.Tin, buyer.Name, "Invoicing Portal", null, null, null);
    }

    private static IReadOnlyList<DocumentTypeVersion> Versions(DocumentType type) =>
        [
            new(
                ((int)type * 10) + 1,
                WireNames.Version,
                $"{type.Text()} version {WireNames.Version}",
                WireNames.Began,
                null,
                1.0m,
                "published")
        ];

    private static NotificationAnswer Notification(string receiver, NotificationRow notice)
    {
        var id = notice.Id.ToString(CultureInfo.InvariantCulture);
        return new(
            id, receiver, id, notice.At, notice.At, notice.Subject, notice.At, ((int)notice.Kind)
                .ToString(CultureInfo.InvariantCulture), notice.Kind.Text(),
            $"{notice.Subject} ({notice.DocumentId})", "", "en", "Delivered", [new(notice.At, "delivered", null)]);
    }
}
