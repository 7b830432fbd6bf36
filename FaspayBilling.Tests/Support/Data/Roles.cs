using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>The roles and names that elements have for screen readers, as far as this product uses them.</summary>
internal static class Roles
{
    public static string? Of(IElement element) => element.GetAttribute("role") ?? element.LocalName switch
    {
        "a" when element.HasAttribute("href") => "link",
        "input" => (element.GetAttribute("type") ?? "text") switch
        {
            "checkbox" => "checkbox",
            "radio" => "radio",
            "search" => "searchbox",
            "submit" or "button" => "button",
            "text" or "email" or "tel" or "url" => "textbox",
            _ => null,
        },
        "th" => "columnheader",
        "h1" or "h2" or "h3" => "heading",
        "ul" or "ol" => "list",
        "li" => "listitem",
        "nav" => "navigation",
        "tr" => "row",
        "td" => "cell",
        "textarea" => "textbox",
        "select" => "combobox",
        "header" => "banner",
        "button" or "dialog" or "table" or "option" or "main" or "form" => element.LocalName,
        "fieldset" => "group",
        _ => null,
    };

    public static string NameOf(IElement element)
    {
        if (element.GetAttribute("aria-label") is { Length: > 0 } label)
        {
            return label;
        }

        if (element.GetAttribute("aria-labelledby") is { Length: > 0 } ids)
        {
            return Tidy(string.Join(' ', ids.Split(' ').Select(id => In(element, $"#{id}")?.TextContent)));
        }

        if (element is IHtmlFieldSetElement)
        {
            return TextOf(element.QuerySelector("legend"));
        }

        if (element is IHtmlInputElement or IHtmlSelectElement or IHtmlTextAreaElement)
        {
            var own = element.Id is { Length: > 0 } id ? In(element, $"label[for='{id}']") : null;
            return TextOf(own ?? element.Closest("label"));
        }

        return TextOf(element) is { Length: > 0 } text ? text : element.GetAttribute("title") ?? string.Empty;
    }

    // A rendered part has no document around it: what is looked for stands under the same topmost node.
    private static IElement? In(IElement element, string what) => (element.Ancestors().LastOrDefault() as IParentNode)?.QuerySelector(what);

    private static string TextOf(IElement? element) =>
        element is null
            ? string.Empty
            : Tidy(
                string.Concat(
                    element.Descendants<IText>().Where(t => t.ParentElement!.Closest("[aria-hidden=true]") is null).Select(t => t.Data)));

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
