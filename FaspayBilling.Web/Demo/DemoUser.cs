using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Demo;

/// <summary>One of the users that the demo data makes.</summary>
public sealed record DemoUser(string MerchantCode, string Email, string Name, Role Role);
