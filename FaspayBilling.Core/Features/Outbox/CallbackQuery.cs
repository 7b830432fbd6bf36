using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Callbacks;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>What the list of callbacks is asked for; all of it stands in the page's address.</summary>
public sealed record CallbackQuery
{
    /// <summary>Part of the invoice's number or of the merchant's own number of the bill; capitals do not matter in the first.</summary>
    public string Search { get; init; } = "";

    /// <summary>Null for all.</summary>
    public CallbackState? State { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = PageSizes.Usual;
}
