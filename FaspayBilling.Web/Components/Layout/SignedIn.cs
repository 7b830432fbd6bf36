using FaspayBilling.Core.Domain;

namespace FaspayBilling.Web.Components.Layout;

/// <summary>Who looks at the page, as the frame around it shows and uses it.</summary>
public sealed record SignedIn(string Name, string Role, string Merchant)
{
    public bool IsAdmin => Role == nameof(Core.Domain.Role.Admin);

    public static SignedIn From(Actor actor, string merchant) => new(actor.Name, actor.Role.ToString(), merchant);
}
