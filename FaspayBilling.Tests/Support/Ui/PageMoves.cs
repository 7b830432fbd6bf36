using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bunit;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using MudBlazor.Services;

namespace FaspayBilling.Tests.Support.Ui;

/// <summary>What people do on a page, one step after the other.</summary>
internal static class PageMoves
{
    /// <summary>Opens a menu and answers what it holds.</summary>
    public static IReadOnlyList<string> MenuOf<T>(this IRenderedComponent<T> page, string menu = "Actions")
        where T : IComponent
    {
        page.WaitForAssertion(() => page.OpenMenu(menu));
        page.WaitForAssertion(() => page.AllByRole("menuitem").Should().NotBeEmpty());
        return [.. page.AllByRole("menuitem").Select(i => i.TextContent.Trim())];
    }

    /// <summary>Clicks a menu's button; in a list the page's script tells the table which row it was.</summary>
    public static void OpenMenu<T>(this IRenderedComponent<T> page, string menu)
        where T : IComponent
    {
        var button = page.ByRole("button", menu);
        if (button.ClassList.Contains("row-menu"))
        {
            button.Closest("[role=region]")!.TriggerEvent("onrowmenu", new RowMenuEventArgs { Key = KeyOf(button) });
        }
        else
        {
            button.Click();
        }

        // What ui.js does once the menu is there.
        page.WaitForAssertion(() => page.Find(".mud-menu [aria-haspopup=menu]"));
        if (page.AllByRole("menuitem").Count == 0)
        {
            page.ByRole("button", menu).Click();
        }
    }

    /// <summary>Clicks the check box of a row; the page's script tells the table which row it was.</summary>
    public static void CheckRow<T>(this IRenderedComponent<T> page, string row, bool on = true)
        where T : IComponent
    {
        var box = page.ByLabel($"Check {row}");
        box.Closest("[role=region]")!.TriggerEvent("onrowcheck", new RowCheckEventArgs { Key = KeyOf(box), On = on });
    }

    /// <summary>Opens a menu and chooses an item of it.</summary>
    public static void Choose<T>(this IRenderedComponent<T> page, string item, string menu = "Actions")
        where T : IComponent
    {
        page.MenuOf(menu).Should().Contain(item);
        page.ByRole("menuitem", item).Click();
    }

    /// <summary>Opens a list of choices and answers them.</summary>
    public static IReadOnlyList<string> ChoicesOf<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent => [.. page.OpenList(label).Select(o => o.TextContent.Trim())];

    /// <summary>Opens a list of choices and takes one.</summary>
    public static void Pick<T>(this IRenderedComponent<T> page, string label, string choice)
        where T : IComponent
    {
        if (page.ByLabel(label) is IHtmlSelectElement list)
        {
            list.Change(list.Options.Single(o => o.Text == choice).Value);
        }
        else
        {
            page.OpenList(label).Single(o => o.TextContent.Trim() == choice).Click();
        }
    }

    /// <summary>What a list of choices shows as chosen.</summary>
    public static string? ChosenAt<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent =>
        page.ByLabel(label) is IHtmlSelectElement list
            ? list.Options.Single(o => o.Value == list.GetAttribute("value")).Text
            : page.ByLabel(label).GetAttribute("value");

    /// <summary>Presses a button as soon as it is there.</summary>
    public static void Press<T>(this IRenderedComponent<T> page, string button)
        where T : IComponent => page.WaitForAssertion(() => page.ByRole("button", button).Click());

    /// <summary>Presses Escape in the open dialog, as MudBlazor's script tells it.</summary>
    public static Task EscapeAsync(this IRenderedComponent<Screen> page)
    {
        var dialog = page.ByRole("dialog").Closest(".mud-dialog-container")!.Id!;
        return page.InvokeAsync(() => page.Instance.Keys.DispatchAsync(dialog, KeyEventKind.Down, new() { Key = "Escape" }));
    }

    /// <summary>Sends a form by the test id around it, or else the one of the open dialog.</summary>
    public static void SendForm<T>(this IRenderedComponent<T> page, string? around = null)
        where T : IComponent => page.Find(around is null ? "[role=dialog] form" : $"[data-testid={around}] form").Submit();

    /// <summary>The texts of the body's rows, cells apart.</summary>
    public static IReadOnlyList<string> RowsOf<T>(this IRenderedComponent<T> page)
        where T : IComponent =>
        [
            .. page.FindAll(".paged-table tbody tr").Where(r => !r.ClassList.Contains("skeleton"))
                .Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))),
        ];

    /// <summary>What stands at a field, or a group of them, as refused; empty when it is not.</summary>
    public static string ErrorAt<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent =>
        page.FieldOf(label).QuerySelector(".mud-input-error .me-auto, .field-error")?.TextContent.Trim() ?? "";

    private static string? KeyOf(IElement inRow) => inRow.Closest("tr")!.GetAttribute("data-key");

    private static IElement FieldOf<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent =>
        page.FindAll(".field[role=group], fieldset.field").SingleOrDefault(g => Roles.NameOf(g) == label)
        ?? page.ByLabel(label).Closest(".field")!;

    private static IReadOnlyList<IElement> OpenList<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent
    {
        page.ByLabel(label).MouseDown();
        page.WaitForAssertion(() => page.OptionsAt(label).Should().NotBeEmpty());
        return page.OptionsAt(label);
    }

    private static IReadOnlyList<IElement> OptionsAt<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent =>
        page.ByLabel(label).GetAttribute("aria-controls") is { } list ? [.. page.FindAll($"#{list} [role=option]")] : [];
}
