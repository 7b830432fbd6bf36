using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Carries a refusal out of the depth of a file.</summary>
internal sealed class SheetRefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
