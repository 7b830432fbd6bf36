using System.Text;

namespace FaspayBilling.Bench.Circuits;

/// <summary>The page of one circuit, kept by applying its render batches as the browser's script does.</summary>
internal sealed class Tree
{
    private readonly Dictionary<int, Node> components = [];
    private readonly List<Node> roots = [];

    public Node? Find(Predicate<Node> condition) => roots.Select(r => r.Find(condition)).FirstOrDefault(found => found is not null);

    public void Apply(RenderBatch batch)
    {
        for (var i = 0; i < batch.UpdatedComponents; i++)
        {
            Update(batch, batch.Update(i));
        }

        for (var i = 0; i < batch.DisposedComponents; i++)
        {
            components.Remove(batch.DisposedComponent(i));
        }
    }

    /// <summary>Everything that can be read on the page.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        roots.ForEach(r => r.Write(text));
        return text.ToString();
    }

    private void Update(RenderBatch batch, (int Component, int FirstEdit, int Edits) update)
    {
        if (!components.TryGetValue(update.Component, out var parent))
        {
            parent = components[update.Component] = new Node(null);
            roots.Add(parent);
        }

        List<(int From, int To)> moves = [];
        for (var i = 0; i < update.Edits; i++)
        {
            var edit = batch.EditAt(update.FirstEdit, i);
            switch (edit.Kind)
            {
                case EditKind.PrependFrame:
                    Insert(batch, parent, edit.Sibling, edit.Reference);
                    break;
                case EditKind.RemoveFrame:
                    parent.Children.RemoveAt(edit.Sibling);
                    break;
                case EditKind.SetAttribute:
                    SetAttribute(batch, parent.Children[edit.Sibling], batch.FrameAt(edit.Reference));
                    break;
                case EditKind.RemoveAttribute:
                    parent.Children[edit.Sibling].Attributes.Remove(edit.Name!);
                    break;
                case EditKind.UpdateText or EditKind.UpdateMarkup:
                    parent.Children[edit.Sibling].Text = batch.Text(batch.FrameAt(edit.Reference).First) ?? "";
                    break;
                case EditKind.StepIn:
                    parent = parent.Children[edit.Sibling];
                    break;
                case EditKind.StepOut:
                    parent = parent.Parent!;
                    break;
                case EditKind.PermutationEntry:
                    moves.Add((edit.Sibling, edit.Reference));
                    break;
                case EditKind.PermutationEnd:
                    Permute(parent, moves);
                    moves.Clear();
                    break;
                default:
                    throw new InvalidOperationException($"Unknown edit {edit.Kind} in a render batch.");
            }
        }
    }

    private static void Permute(Node parent, List<(int From, int To)> moves)
    {
        Node[] before = [.. parent.Children];
        foreach (var (from, to) in moves)
        {
            parent.Children[to] = before[from];
        }
    }

    private static void SetAttribute(RenderBatch batch, Node element, Frame attribute) =>
        element.Attributes[batch.Text(attribute.First)!] = batch.Text(attribute.Second);

    /// <summary>Returns how many siblings came: a region stands for those in it.</summary>
    private int Insert(RenderBatch batch, Node parent, int at, int index)
    {
        var frame = batch.FrameAt(index);
        switch (frame.Kind)
        {
            case FrameKind.Element:
                var element = new Node(parent, batch.Text(frame.Second));
                parent.Children.Insert(at, element);
                Fill(batch, element, index);
                return 1;
            case FrameKind.Text or FrameKind.Markup:
                parent.Children.Insert(at, new Node(parent) { Text = batch.Text(frame.First) ?? "" });
                return 1;
            case FrameKind.Component:
                parent.Children.Insert(at, components[frame.Second] = new Node(parent));
                return 1;
            case FrameKind.Region:
                return InsertAll(batch, parent, at, index + 1, index + frame.Length);
            default:
                return 0;
        }
    }

    private void Fill(RenderBatch batch, Node element, int index)
    {
        var end = index + batch.FrameAt(index).Length;
        var next = index + 1;
        for (; next < end && batch.FrameAt(next) is { Kind: FrameKind.Attribute } attribute; next++)
        {
            SetAttribute(batch, element, attribute);
        }

        InsertAll(batch, element, 0, next, end);
    }

    private int InsertAll(RenderBatch batch, Node parent, int at, int from, int end)
    {
        var first = at;
        for (var next = from; next < end; next += batch.FrameAt(next).Length)
        {
            at += Insert(batch, parent, at, next);
        }

        return at - first;
    }
}
