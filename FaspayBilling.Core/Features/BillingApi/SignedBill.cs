namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>How every call about a bill is signed.</summary>
/// <param name="ServiceId">Key of the credential.</param>
/// <param name="TransactionNumber">The merchant's number of the bill: a part of what is signed.</param>
/// <param name="Signature"><c>SHA1(MD5(username + password + transaction_number))</c>, lower-case hex.</param>
public sealed record SignedBill(long ServiceId, string TransactionNumber, string Signature);
