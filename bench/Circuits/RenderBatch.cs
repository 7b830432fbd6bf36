using System.Buffers.Binary;
using System.Text;

namespace FaspayBilling.Bench.Circuits;

/// <summary>Reads a render batch as the server writes it: tables of little-endian numbers, found by the offsets at its end.</summary>
internal readonly struct RenderBatch(byte[] bytes)
{
    private const int EditSize = 16;
    private const int FrameSize = 20;
    private const int Word = 4;

    public int UpdatedComponents => Number(Table(5));

    public int DisposedComponents => Number(Table(3));

    public int DisposedComponent(int index) => Number(Table(3) + Word + (index * Word));

    /// <summary>Where the edits of one updated component begin, how many they are, and whose they are.</summary>
    public (int Component, int FirstEdit, int Edits) Update(int index)
    {
        var at = Number(Table(5) + Word + (index * Word));
        return (Number(at), at + (2 * Word), Number(at + Word));
    }

    public Edit EditAt(int firstEdit, int index)
    {
        var at = firstEdit + (index * EditSize);
        return new((EditKind)Number(at), Number(at + Word), Number(at + (2 * Word)), Text(Number(at + (3 * Word))));
    }

    public Frame FrameAt(int index)
    {
        var at = Table(4) + Word + (index * FrameSize);
        return new((FrameKind)Number(at), Number(at + Word), Number(at + (2 * Word)));
    }

    /// <summary>A string by its place in the string table; null for none.</summary>
    public string? Text(int index)
    {
        if (index < 0)
        {
            return null;
        }

        var at = Number(Table(1) + (index * Word));
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            length |= (part & 0x7f) << shift;
            if (part < 0x80)
            {
                return Encoding.UTF8.GetString(bytes, at, length);
            }
        }
    }

    private int Table(int wordsFromEnd) => Number(bytes.Length - (wordsFromEnd * Word));

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at, Word));
}

internal enum EditKind
{
    PrependFrame = 1,
    RemoveFrame = 2,
    SetAttribute = 3,
    RemoveAttribute = 4,
    UpdateText = 5,
    StepIn = 6,
    StepOut = 7,
    UpdateMarkup = 8,
    PermutationEntry = 9,
    PermutationEnd = 10,
}

internal enum FrameKind
{
    Element = 1,
    Text = 2,
    Attribute = 3,
    Component = 4,
    Region = 5,
    Markup = 8,
}

/// <param name="Kind">What to do.</param>
/// <param name="Sibling">At which sibling, from where the walk stands.</param>
/// <param name="Reference">A frame, or the sibling to move to.</param>
/// <param name="Name">The attribute that goes.</param>
internal readonly record struct Edit(EditKind Kind, int Sibling, int Reference, string? Name);

/// <param name="Kind">Others than the named ones show nothing.</param>
/// <param name="First">Length of the subtree, or the string of a text, a markup or an attribute's name.</param>
/// <param name="Second">The string of an element's name or an attribute's value, or the component's id.</param>
internal readonly record struct Frame(FrameKind Kind, int First, int Second)
{
    /// <summary>How many frames it and what is in it take.</summary>
    public int Length => Kind is FrameKind.Element or FrameKind.Component or FrameKind.Region ? First : 1;
}
