using System.Globalization;
using Bunit;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;

namespace FaspayBilling.Tests.Support.Ui;

/// <summary>A component test: the house's own parts, scripts that do nothing, a clock that stands still, and a fixed culture.</summary>
public abstract class UiTest : BunitContext, IAsyncLifetime
{
    private IRenderedComponent<Screen>? screen;

    protected UiTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddUi();
        Services.AddSingleton<TimeProvider>(Clock);
    }

    /// <summary>The components' clock; a page's database has the same.</summary>
    protected FakeTimeProvider Clock { get; } = Given.Clock();

    /// <summary>The dialogs that are open now, apart from the page under them.</summary>
    protected IRenderedComponent<MudDialogProvider> Overlay => screen!.FindComponent<MudDialogProvider>();

    /// <summary>Renders a component under MudBlazor's providers; what it opens is found there too. A second one takes its place.</summary>
    protected IRenderedComponent<Screen> Show<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        if (screen is null)
        {
            screen = Render<Screen>(s => s.AddChildContent(parameters ?? (_ => { })));
        }
        else
        {
            screen.Render(s => s.AddChildContent(parameters ?? (_ => { })));
        }

        return screen;
    }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    // MudBlazor's popovers can only be disposed of asynchronously.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
