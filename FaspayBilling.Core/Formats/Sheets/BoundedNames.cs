using System.Xml;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>The names in a workbook's XML. A reader never forgets one, so a file of nothing but new names would fill the memory.</summary>
internal sealed class BoundedNames : NameTable
{
    private int characters;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) =>
        (characters += name.Length + 16) <= SheetLimits.Names ? name : throw new InvalidDataException("No workbook has so many names.");
}
