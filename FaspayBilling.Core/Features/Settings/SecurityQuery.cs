using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>What of the security history is asked for; all of it stands in the page's address.</summary>
public sealed record SecurityQuery
{
    /// <summary>Null for all.</summary>
    public SecurityKind? Kind { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = PageSizes.Usual;
}

/// <summary>The parts of the security history.</summary>
public enum SecurityKind
{
    /// <summary>Sessions: sign-ins, sign-outs, and sign-ins that were refused.</summary>
    SignIns,

    /// <summary>Users, their roles and passwords.</summary>
    Users,

    /// <summary>The merchant, its settings and its threshold.</summary>
    Settings,

    /// <summary>Credentials and clients of the APIs, and what they may.</summary>
    ApiAccess,

    /// <summary>Everything that was refused, wrong passwords included.</summary>
    Refused,
}
