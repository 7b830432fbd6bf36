namespace FaspayBilling.Web.Components.Pages;

/// <summary>What a change elsewhere means for an open page.</summary>
public enum ChangeImpact
{
    /// <summary>Nothing it shows.</summary>
    None,

    /// <summary>The list may look different now; the page says so and waits to be asked.</summary>
    Hint,

    /// <summary>Something it shows: it reads again.</summary>
    Read,
}
