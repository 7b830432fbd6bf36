using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>What the Customer List is asked for; all of it stands in the page's address.</summary>
public sealed record CustomerQuery
{
    /// <summary>Part of a name, e-mail, NPWP, document or VA number.</summary>
    public string Search { get; init; } = "";

    /// <summary>Null for all groups, 0 for customers without one.</summary>
    public long? GroupId { get; init; }

    /// <summary>The archived ones instead of the others.</summary>
    public bool Archived { get; init; }

    public CustomerSort Sort { get; init; } = CustomerSort.Name;

    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = PageSizes.Usual;
}
