namespace FaspayBilling.Core.Data;

/// <summary>A key that protects cookies and links, kept in the database so that every node reads the same ones.</summary>
public sealed class DataProtectionKey
{
    public long Id { get; private set; }

    public required string Name { get; init; }

    /// <summary>The key ring's element, encrypted with the configured certificate where there is one.</summary>
    public required string Xml { get; init; }
}
