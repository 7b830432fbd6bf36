namespace FaspayBilling.Tests.Architecture;

/// <summary>A source file of the product: its path from the root with forward slashes, and its lines.</summary>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}

/// <summary>The product's own sources, found by walking up to the solution; what a build or a tool made is left out.</summary>
internal static class Sources
{
    private const string Solution = "FaspayBilling.sln";
    private static readonly string[] Projects = ["FaspayBilling.Core", "FaspayBilling.Web", "FaspayBilling.Tests"];
    private static readonly string[] Made = ["bin", "obj", "Migrations", "node_modules"];
    private static readonly string[] Endings = [".cs", ".razor", ".js"];
    private static readonly string[] TextEndings = [".resx"];
    private static readonly string[] StyleEndings = [".css"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> All { get; } = [.. Projects.SelectMany(project => Read(project, Endings))];

    public static IReadOnlyList<SourceFile> Styles { get; } = [.. Projects.SelectMany(project => Read(project, StyleEndings))];

    /// <summary>The texts of Core, in both languages.</summary>
    public static IReadOnlyList<SourceFile> Texts { get; } = [.. Read("FaspayBilling.Core", TextEndings)];

    /// <summary>The lines that a pattern meets, each as <c>path:line: text</c>.</summary>
    public static IEnumerable<string> Meeting(System.Text.RegularExpressions.Regex pattern, Func<SourceFile, bool> among) =>
        from file in All.Where(among)
        from line in file.Lines.Index()
        where pattern.IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}";

    private static IEnumerable<SourceFile> Read(string project, string[] endings) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where endings.Contains(Path.GetExtension(path)) && !relative.Split('/').Intersect(Made).Any()
        select new SourceFile(relative, File.ReadAllLines(path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No {Solution} above {AppContext.BaseDirectory}.");
    }
}
