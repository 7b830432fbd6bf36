namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>A random secret of this installation, the same on all nodes, protected by data protection.</summary>
public sealed class InstallationSecret
{
    public long Id { get; private set; }

    /// <summary>What it is for; unique.</summary>
    public required string Name { get; init; }

    public required string ProtectedValue { get; init; }
}
