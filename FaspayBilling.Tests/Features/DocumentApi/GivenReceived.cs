using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.DocumentApi;

/// <summary>Documents between merchants of one installation, and who calls about them.</summary>
internal static class GivenReceived
{
    public static Task<GivenMerchant> ReceiverAsync(this TestDb db) => db.Given.MerchantAsync("T8V", "013825647609000");

    /// <summary>A document of the issuer that the receiver got, issued now.</summary>
    public static Task<Invoice> DocumentForAsync(
        this GivenMerchant issuer,
        GivenMerchant receiver,
        DocumentType type = DocumentType.Invoice,
        InvoiceStatus status = InvoiceStatus.Unpaid) =>
        issuer.InvoiceAsync(status, taxed: false, also: i => i.With(
            (nameof(Invoice.DocumentType), type),
            (nameof(Invoice.CustomerNpwp), receiver.Merchant.Npwp),
            (nameof(Invoice.CounterpartyMerchantId), receiver.Id)));

    /// <summary>The merchant's own client.</summary>
    public static async Task<ApiCaller> OwnCallerAsync(this TestDb db, GivenMerchant merchant) =>
        await db.CallerAsync(await db.ClientAsync(merchant), merchant);

    /// <summary>Another merchant's client that may do only this for the merchant.</summary>
    public static async Task<ApiCaller> AgentAsync(
        this TestDb db, GivenMerchant merchant, bool view = false, bool cancel = false, bool reject = false)
    {
        var client = await db.ClientAsync(await db.Given.MerchantAsync("AGN", "055555555555000"));
        await db.RepresentAsync(client, merchant, view, cancel, reject);
        return await db.CallerAsync(client, merchant);
    }
}
