using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace FaspayBilling.Web.Components.Ui;

public static class UiServices
{
    /// <summary>What the parts in this folder need: the component library, and the address as a value that every page can take.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRadzenComponents();
        services.AddCascadingValue(Address);
        return services;
    }

    // A page with [CascadingParameter] ListUrl is set again whenever the address changes, also when only the query does.
    private static CascadingValueSource<ListUrl> Address(IServiceProvider services)
    {
        var navigation = services.GetRequiredService<NavigationManager>();
        CascadingValueSource<ListUrl>? source = null;
        source = new CascadingValueSource<ListUrl>(Start, isFixed: false);
        return source;

        // Asked by the first page that wants it: only then is there an address, and the router has heard of a change first.
        ListUrl Start()
        {
            navigation.LocationChanged += (_, change) => source!.NotifyChangedAsync(ListUrl.Of(change.Location));
            return ListUrl.Of(navigation.Uri);
        }
    }
}
