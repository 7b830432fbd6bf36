using Radzen;

namespace FaspayBilling.Web.Components.Ui;

public static class UiServices
{
    /// <summary>What the parts in this folder need from the component library.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services) => services.AddRadzenComponents();
}
