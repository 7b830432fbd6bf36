using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>A file with customers as it was read: nothing of it is saved yet.</summary>
/// <param name="Headers">The file's own heading.</param>
/// <param name="Rows">Every row below it.</param>
/// <param name="Unused">Headers that say nothing of a customer.</param>
/// <param name="Place">Where the heading stands.</param>
public sealed record CustomerImport(
    IReadOnlyList<string> Headers, IReadOnlyList<ImportedCustomer> Rows, IReadOnlyList<string> Unused, Message Place)
{
    /// <summary>Rows that can be saved.</summary>
    public IReadOnlyList<ImportedCustomer> Good => [.. Rows.Where(r => r.Good)];

    /// <summary>Rows with a problem.</summary>
    public IReadOnlyList<ImportedCustomer> Bad => [.. Rows.Where(r => !r.Good)];
}
