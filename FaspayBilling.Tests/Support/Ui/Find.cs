using AngleSharp.Dom;
using Bunit;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Tests.Support.Ui;

/// <summary>Finds parts of a page as people and screen readers do: by role and name, by label, or by test id.</summary>
internal static class Find
{
    /// <summary>The one element of the role and, when given, the accessible name; anything else fails with what is there.</summary>
    public static IElement ByRole<T>(this IRenderedComponent<T> page, string role, string? name = null)
        where T : IComponent =>
        One(page.AllByRole(role, name), $"{role} \"{name}\"", page.Markup);

    public static IElement? FindByRole<T>(this IRenderedComponent<T> page, string role, string? name = null)
        where T : IComponent =>
        page.AllByRole(role, name).SingleOrDefault();

    public static IReadOnlyList<IElement> AllByRole<T>(this IRenderedComponent<T> page, string role, string? name = null)
        where T : IComponent =>
        [.. page.FindAll("*").Where(e => Roles.Of(e) == role && (name is null || Roles.NameOf(e) == name))];

    public static IElement ByLabel<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent =>
        One([.. page.FindAll("input,select,textarea").Where(e => Roles.NameOf(e) == label)], $"field \"{label}\"", page.Markup);

    public static IElement ByTestId<T>(this IRenderedComponent<T> page, string id)
        where T : IComponent =>
        One([.. page.FindAll("[data-testid]").Where(e => e.GetAttribute("data-testid") == id)], $"test id \"{id}\"", page.Markup);

    private static IElement One(IReadOnlyList<IElement> found, string what, string markup) =>
        found.Count == 1 ? found[0] : throw new InvalidOperationException($"{found.Count} of {what} in:\n{markup}");
}
