namespace FaspayBilling.Core.Domain.Shared;

/// <summary>A language of screens, mails and documents (docs/rules.md 19).</summary>
public enum Language
{
    English,
    Indonesian,
}
