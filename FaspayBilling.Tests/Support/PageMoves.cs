using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Tests.Support;

/// <summary>What people do on a page, one step after the other.</summary>
internal static class PageMoves
{
    /// <summary>Opens a menu and answers what it holds.</summary>
    public static IReadOnlyList<string> MenuOf<T>(this IRenderedComponent<T> page, string menu = "Actions")
        where T : IComponent
    {
        page.WaitForAssertion(() => page.ByRole("button", menu).Click());
        page.WaitForAssertion(() => page.ByRole("menu").HasAttribute("aria-busy").Should().BeFalse());
        return [.. page.AllByRole("menuitem").Select(i => i.TextContent.Trim())];
    }

    /// <summary>Opens a menu and chooses an item of it.</summary>
    public static void Choose<T>(this IRenderedComponent<T> page, string item, string menu = "Actions")
        where T : IComponent
    {
        page.MenuOf(menu).Should().Contain(item);
        page.ByRole("menuitem", item).Click();
    }

    /// <summary>Presses a button as soon as it is there.</summary>
    public static void Press<T>(this IRenderedComponent<T> page, string button)
        where T : IComponent => page.WaitForAssertion(() => page.ByRole("button", button).Click());

    /// <summary>Sends the form of the open dialog.</summary>
    public static void SendForm<T>(this IRenderedComponent<T> page, string dialog)
        where T : IComponent => page.Find($"[data-testid={dialog}] form").Submit();

    /// <summary>The texts of the body's rows, cells apart.</summary>
    public static IReadOnlyList<string> RowsOf<T>(this IRenderedComponent<T> page)
        where T : IComponent => [.. page.FindAll("table.table tbody tr").Where(r => !r.ClassList.Contains("skeleton")).Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim())))];

    /// <summary>What stands at a field as refused; empty when it is not.</summary>
    public static string ErrorAt<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent => page.ByLabel(label).Closest(".field")!.QuerySelector(".field-error")?.TextContent.Trim() ?? "";
}
