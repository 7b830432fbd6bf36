namespace FaspayBilling.Core.Domain.Shared;

/// <summary>From where somebody acts, as the security history shows it.</summary>
/// <param name="Address">The client's network address, at most 64 characters.</param>
/// <param name="Browser">The browser's short name, such as "Chrome 131 on Windows", at most 60 characters.</param>
public sealed record ClientOrigin(string Address, string Browser);
