using System.Globalization;
using Bunit;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Tests.Support;

/// <summary>A component test with the house's own parts registered, scripts that do nothing, and a culture that the machine does not choose.</summary>
public abstract class UiTest : BunitContext
{
    protected UiTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddUi();
    }
}
