using FaspayBilling.Bench.Circuits;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Measuring;

/// <summary>A person who reads the Billing List page by page, by its link "Next page".</summary>
internal sealed class Walker : IAsyncDisposable
{
    public const string List = "/billings";

    /// <summary>As many rows as the list shows by itself.</summary>
    public const int PageSize = 25;

    /// <summary>The page after which the walk begins again at the first: deeper ones cost more where they are found by counting.</summary>
    public const int Depth = 60;

    private readonly IReadOnlyList<IReadOnlyList<string>> pages;
    private int at;

    private Walker(Circuit circuit, IReadOnlyList<IReadOnlyList<string>> pages) => (Circuit, this.pages) = (circuit, pages);

    public Circuit Circuit { get; }

    public static async Task<Walker> OpenAsync(Browser browser, IReadOnlyList<IReadOnlyList<string>> pages) =>
        new(await Circuit.OpenAsync(browser, List, pages[0]), pages);

    /// <summary>One page on.</summary>
    public async Task<Turn> TurnAsync()
    {
        if (at == pages.Count - 1)
        {
            return await RestartAsync();
        }

        var turn = await Circuit.FollowAsync("Next page", pages[at + 1]);
        at++;
        return turn;
    }

    /// <summary>Back to the first page.</summary>
    public async Task<Turn> RestartAsync()
    {
        at = 0;
        return await Circuit.GoAsync(List, pages[0]);
    }

    public ValueTask DisposeAsync() => Circuit.DisposeAsync();
}
