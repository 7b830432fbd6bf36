using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Ui.Tables;

/// <summary>
/// A list as a plain table: sort and pages are links, no component and no handler per row. A row that changes or moves keeps its place in
/// the browser; another page's rows are written into the places of those that stood there, except for what is clicked in them.
/// </summary>
public sealed partial class PagedTable<TRow>
{
    private static readonly IReadOnlySet<object> Nothing = new HashSet<object>();

    // Where a row's name goes in what its check box and its menu are called: that is put into words once, not for every row.
    private const string Gap = "\u0001";

    /// <summary>What the table lists, for screen readers.</summary>
    [Parameter, EditorRequired] public required string Caption { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<TableColumn<TRow>> Columns { get; set; }

    /// <summary>One page of rows; null while the first page is read.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<TRow>? Rows { get; set; }

    [Parameter, EditorRequired] public required Func<TRow, object> Key { get; set; }

    /// <summary>Where the list's state lives; null for a list without pages and sorting.</summary>
    [Parameter] public ListUrl? Url { get; set; }

    /// <summary>By which column the list is sorted while the address names none.</summary>
    [Parameter] public string? UsualSort { get; set; }

    /// <summary>Then the newest or highest come first.</summary>
    [Parameter] public bool UsualDescending { get; set; }

    /// <summary>Rows on all pages.</summary>
    [Parameter] public long Total { get; set; }

    /// <summary>There are more rows than <see cref="Total"/>, which nobody counted.</summary>
    [Parameter] public bool More { get; set; }

    /// <summary>One row's noun for the total, e.g. "invoice".</summary>
    [Parameter] public string Noun { get; set; } = T("row");

    /// <summary>Several rows' noun, e.g. "invoices".</summary>
    [Parameter] public string Nouns { get; set; } = T("rows");

    /// <summary>Another page is being read; the old rows stay, dimmed.</summary>
    [Parameter] public bool Loading { get; set; }

    /// <summary>Where a row leads; its first cell becomes the link and the whole row can be clicked.</summary>
    [Parameter] public Func<TRow, string>? RowLink { get; set; }

    /// <summary>What a screen reader calls a row; the first column's text unless given.</summary>
    [Parameter] public Func<TRow, string>? RowName { get; set; }

    [Parameter] public RenderFragment<TRow>? RowActions { get; set; }

    /// <summary>What a row's menu of three dots holds; asked when it opens.</summary>
    [Parameter] public Func<TRow, Task<IReadOnlyList<MenuItem>>>? RowMenu { get; set; }

    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>Keys of the checked rows, kept by the page; binding it shows the check boxes.</summary>
    [Parameter] public IReadOnlySet<object> Checked { get; set; } = Nothing;

    [Parameter] public EventCallback<IReadOnlySet<object>> CheckedChanged { get; set; }

    /// <summary>Buttons for the checked rows, shown while there are any.</summary>
    [Parameter] public RenderFragment? CheckedActions { get; set; }

    [Parameter] public string? TestId { get; set; }

    private object? opened;
    private IReadOnlyList<TableColumn<TRow>>? laidOut;
    private string?[] classes = [];
    private string?[] headClasses = [];
    private string?[] labels = [];
    private string?[] sorts = [];
    private string? sorted;
    private IReadOnlyList<TRow>? seated;
    private ListUrl? seatedAt;
    private object[] keys = [];
    private object[] left = [];
    private object[] seats = [];

    private bool HasActions => RowActions is not null || RowMenu is not null;

    private bool CanCheck => CheckedChanged.HasDelegate;

    // Whether a row is told of by its key.
    private bool Asks => CanCheck || RowMenu is not null;

    private bool AllChecked => keys.Length > 0 && keys.All(Checked.Contains);

    private int Width => Columns.Count + (CanCheck ? 1 : 0) + (HasActions ? 1 : 0);

    private Task CheckAllAsync(ChangeEventArgs change) =>
        CheckedChanged.InvokeAsync((change.Value is true ? Checked.Union(keys) : Checked.Except(keys)).ToHashSet());

    private Task CheckRowAsync(RowCheckEventArgs told) => Find(told.Key) is { } key
        ? CheckedChanged.InvokeAsync((told.On ? Checked.Append(key) : Checked.Where(k => !k.Equals(key))).ToHashSet())
        : Task.CompletedTask;

    private string? SortOf(TableColumn<TRow> column) =>
        column.Sort is null || Url is null ? null
        : !SortsBy(column) ? "none"
        : Descending ? "descending" : "ascending";

    private bool SortsBy(TableColumn<TRow> column) => (Url!.Sort ?? UsualSort) == column.Sort;

    private bool Descending => Url!.Sort is null ? UsualDescending : Url.Descending;

    protected override void OnParametersSet()
    {
        var list = Url?.WithPage(1);
        if (laidOut != Columns || sorted != list)
        {
            (laidOut, sorted) = (Columns, list);
            classes = [.. Columns.Select(ClassOf)];
            headClasses = [.. Columns.Select((c, i) => i == 0 ? "first" : ClassOf(c, i))];
            labels = [.. Columns.Select((c, i) => c.Phone == PhoneCell.Labelled && i > 0 ? c.Header : null)];
            sorts = [.. Columns.Select(c => c.Sort is { } sort ? Url?.WithSort(sort) : null)];
        }

        Seat();
    }

    // Gives each row its place. A turned page writes into the old places: a few texts a row instead of all of it.
    private void Seat()
    {
        object[] now = [.. Rows?.Select(Key) ?? []];
        var turned = Url is not null && Url != seatedAt && Rows != seated;
        if (Rows != seated)
        {
            (seated, seatedAt) = (Rows, Url);
        }

        if (now.AsSpan().SequenceEqual(keys))
        {
            return;
        }

        if (RowActions is not null || Columns.Any(c => c.Cell is not null))
        {
            seats = now;
        }
        else if (turned)
        {
            seats = [.. now.Select((_, i) => i < seats.Length ? seats[i] : new object())];
        }
        else
        {
            var before = keys.Zip(seats).ToDictionary(p => p.First, p => p.Second);
            seats = [.. now.Select(k => before.GetValueOrDefault(k) ?? new object())];
        }

        // A menu belongs to the row as it stood there: if that comes back, its menu does not open by itself.
        opened = !turned && opened is not null && now.Contains(opened) ? opened : null;
        (left, keys) = (keys, now);
    }

    // A click on a row that has just left is still one on that row.
    private object? Find(string? key) => keys.Concat(left).FirstOrDefault(k => TextOf(k) == key);

    private static string? TextOf(object key) => key as string ?? Convert.ToString(key, CultureInfo.InvariantCulture);

    private void OpenMenu(RowMenuEventArgs asked) => opened = keys.FirstOrDefault(k => TextOf(k) == asked.Key);

    private static string Filled(string phrase, string name) => phrase.Replace(Gap, name, StringComparison.Ordinal);

    private string? RowClassOf(object key) => (RowLink is not null, Checked.Count > 0 && Checked.Contains(key)) switch
    {
        (true, true) => "linked checked",
        (true, false) => "linked",
        (false, true) => "checked",
        _ => null,
    };

    private static string? ClassOf(TableColumn<TRow> column, int place)
    {
        var where = place == 0 ? "first" : column.AlignEnd ? "end" : column.Cut ? "cut" : null;
        var phone = column.Phone == PhoneCell.Labelled ? null : $"phone-{column.Phone.ToString().ToLowerInvariant()}";
        var classes = string.Join(' ', new[] { where, phone, column.Extra ? "extra" : null }.OfType<string>());
        return classes.Length > 0 ? classes : null;
    }
}
