namespace FaspayBilling.Web.Api;

/// <summary>What callers are told while the database cannot be read or written.</summary>
internal static class Wait
{
    /// <summary>For the header <c>Retry-After</c>: a server that is started anew is back by then.</summary>
    public const string Seconds = "5";
}
