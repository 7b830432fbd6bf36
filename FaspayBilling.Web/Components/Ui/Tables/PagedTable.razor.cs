using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Ui.Tables;

/// <summary>A list as a plain table: sort and pages are links, rows are keyed, no component and no handler per cell.</summary>
public sealed partial class PagedTable<TRow>
{
    private static readonly IReadOnlySet<object> Nothing = new HashSet<object>();

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
    private IReadOnlyList<string?> classes = [];

    private bool HasActions => RowActions is not null || RowMenu is not null;

    private bool CanCheck => CheckedChanged.HasDelegate;

    private bool AllChecked => Rows is { Count: > 0 } && Rows.All(r => Checked.Contains(Key(r)));

    private int Width => Columns.Count + (CanCheck ? 1 : 0) + (HasActions ? 1 : 0);

    private string NameOf(TRow row) => RowName?.Invoke(row) ?? Columns[0].Text?.Invoke(row) ?? T("row");

    private Task CheckAllAsync(ChangeEventArgs change)
    {
        var keys = Rows!.Select(Key);
        return CheckedChanged.InvokeAsync((change.Value is true ? Checked.Union(keys) : Checked.Except(keys)).ToHashSet());
    }

    private Task CheckAsync(object key, bool on) =>
        CheckedChanged.InvokeAsync((on ? Checked.Append(key) : Checked.Where(k => !k.Equals(key))).ToHashSet());

    private string? SortOf(TableColumn<TRow> column) =>
        column.Sort is null || Url is null ? null
        : !SortsBy(column) ? "none"
        : Descending ? "descending" : "ascending";

    private bool SortsBy(TableColumn<TRow> column) => (Url!.Sort ?? UsualSort) == column.Sort;

    private bool Descending => Url!.Sort is null ? UsualDescending : Url.Descending;

    protected override void OnParametersSet() => classes = [.. Columns.Select(ClassOf)];

    private void OpenMenu(RowMenuEventArgs asked) =>
        opened = Rows?.Select(Key).FirstOrDefault(k => Convert.ToString(k, CultureInfo.InvariantCulture) == asked.Key);

    private string? RowClassOf(object key) => (RowLink is not null, Checked.Contains(key)) switch
    {
        (true, true) => "linked checked",
        (true, false) => "linked",
        (false, true) => "checked",
        _ => null,
    };

    private string? HeadClassOf(TableColumn<TRow> column) => column == Columns[0] ? "first" : ClassOf(column, 1);

    private static string? ClassOf(TableColumn<TRow> column, int place)
    {
        var where = place == 0 ? "first" : column.AlignEnd ? "end" : column.Cut ? "cut" : null;
        var phone = column.Phone == PhoneCell.Labelled ? null : $"phone-{column.Phone.ToString().ToLowerInvariant()}";
        var classes = string.Join(' ', new[] { where, phone, column.Extra ? "extra" : null }.OfType<string>());
        return classes.Length > 0 ? classes : null;
    }
}
