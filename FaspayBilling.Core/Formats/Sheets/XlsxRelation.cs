namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>What one part of a workbook says of another.</summary>
/// <param name="Id">Its name within that part.</param>
/// <param name="Type">An address; its last word says what the other is. Empty when not said.</param>
/// <param name="Target">The other's path in the zip.</param>
internal sealed record XlsxRelation(string Id, string Type, string Target)
{
    private static readonly Uri Root = new("zip:///");

    /// <summary>Reads one; null when it leads out of the workbook or nowhere.</summary>
    /// <param name="folder">The path of the folder that its target is relative to.</param>
    /// <param name="element">Stands on the relation.</param>
    public static XlsxRelation? Of(string folder, XlsxXml element) =>
        element.Attribute("TargetMode") != "External"
        && element.Attribute("Id") is { } id && element.Attribute("Target") is { } target
        && Uri.TryCreate(new Uri(Root, folder), target, out var path) && path.Scheme == Root.Scheme
            ? new XlsxRelation(id, element.Attribute("Type") ?? "", Uri.UnescapeDataString(path.AbsolutePath).TrimStart('/'))
            : null;

    public bool Is(string what) => Type.EndsWith($"/{what}", StringComparison.Ordinal);
}
