using System.Text;

namespace FaspayBilling.Bench.Circuits;

/// <summary>A piece of the page as the browser would hold it: an element, a text, a piece of markup or a component's place.</summary>
internal sealed class Node(Node? parent, string? element = null)
{
    public Node? Parent => parent;

    /// <summary>The element's name; null for everything else.</summary>
    public string? Element => element;

    public string Text { get; set; } = "";

    public List<Node> Children { get; } = [];

    public Dictionary<string, string?> Attributes { get; } = [];

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>The first that meets the condition, this and everything below it in the order of the page.</summary>
    public Node? Find(Predicate<Node> condition)
    {
        if (condition(this))
        {
            return this;
        }

        foreach (var child in Children)
        {
            if (child.Find(condition) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The texts and the markup below it, one after the other.</summary>
    public void Write(StringBuilder to)
    {
        if (Text.Length > 0)
        {
            to.Append(Text).Append('\n');
        }

        foreach (var child in Children)
        {
            child.Write(to);
        }
    }
}
