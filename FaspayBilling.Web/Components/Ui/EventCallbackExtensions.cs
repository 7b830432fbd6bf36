using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Ui;

/// <summary>What a menu entry does when it only changes the page's own state.</summary>
public static class EventCallbackExtensions
{
    /// <summary>Changes the page's state and shows it.</summary>
    public static Func<Task> Then(this ComponentBase page, Action change) => () => EventCallback.Factory.Create(page, change).InvokeAsync();

    /// <inheritdoc cref="Then(ComponentBase, Action)"/>
    public static Func<Task> Then(this ComponentBase page, Func<Task> change) =>
        () => EventCallback.Factory.Create(page, change).InvokeAsync();
}
