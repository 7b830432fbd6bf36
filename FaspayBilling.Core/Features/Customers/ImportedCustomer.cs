using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>One row of a file with customers.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Cells">Its texts, as the file has them.</param>
/// <param name="Input">The customer it says.</param>
/// <param name="Group">Name of its group; empty for none. A group that does not exist yet is made.</param>
/// <param name="Problems">Everything that is wrong with it.</param>
/// <param name="Warning">What is doubtful, but saved; null without any.</param>
public sealed record ImportedCustomer(
    int Line,
    IReadOnlyList<string> Cells,
    CustomerInput Input,
    string Group,
    IReadOnlyList<Refusal> Problems,
    Message? Warning)
{
    public bool Good => Problems.Count == 0;
}
