namespace FaspayBilling.Core.Domain.Shared;

/// <summary>The page sizes a list offers.</summary>
public static class PageSizes
{
    public const int Usual = 25;
    public const int Most = 100;

    public static readonly IReadOnlyList<int> All = [10, Usual, 50, Most];

    /// <summary>The offered size that was asked for, else the usual one.</summary>
    public static int Of(int? asked) => asked is { } size && All.Contains(size) ? size : Usual;
}
