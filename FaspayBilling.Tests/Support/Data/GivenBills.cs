using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>A merchant's system that makes bills, its user name and password known.</summary>
public sealed record GivenSystem(TestDb Db, long ServiceId, string Username, string Password)
{
    public static readonly BillRequest Request = new()
    {
        Total = 10_000m,
        CustomerName = "Budi Santoso",
        CustomerEmail = "budi@pelanggan.example",
        CustomerPhone = "087884398009"
    };

    public SignedBill Sign(string transactionNumber) =>
        new(ServiceId, transactionNumber, BillingSignature.Of(Username, Password, transactionNumber));

    public Task<Outcome<ApiBill>> CreateAsync(string transactionNumber = "1001", BillRequest? request = null) =>
        Db.Get<CreateBill>().HandleAsync(Sign(transactionNumber), request ?? Request, default);

    public Task<Outcome<ApiBill>> InquireAsync(ApiBill bill) =>
        Db.Get<InquireBill>().HandleAsync(Sign(bill.TransactionNumber), bill.Id, default);

    public Task<Outcome<ApiBill>> CancelAsync(ApiBill bill) =>
        Db.Get<CancelBill>().HandleAsync(Sign(bill.TransactionNumber), bill.Id, default);

    /// <summary>The same system, calling another node.</summary>
    public GivenSystem On(TestDb node) => this with { Db = node };
}

public static class GivenBills
{
    /// <summary>Makes a credential for that merchant.</summary>
    public static async Task<GivenSystem> SystemAsync(this TestDb db, GivenMerchant merchant)
    {
        var made = (await db.Get<MakeBillingCredential>().HandleAsync(merchant.Admin, default)).Value;
        var id = await db.ReadAsync(
            d => d.Set<BillingCredential>().Where(c => c.Username == made.Username).Select(c => c.Id).SingleAsync());
        return new GivenSystem(db, id, made.Username, made.Password);
    }
}
