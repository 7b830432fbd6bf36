using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Accounts;

/// <summary>One of the users that the demo data makes.</summary>
public sealed record DemoUser(string MerchantCode, string Email, string Name, Role Role);
