namespace FaspayBilling.Core.Domain.Customers;

/// <summary>A country or territory of ISO 3166-1.</summary>
/// <param name="Code">Alpha-3.</param>
/// <param name="Name">English.</param>
/// <param name="PhoneCode">Without the plus; several may share one.</param>
public sealed record Country(string Code, string Name, string PhoneCode);
