using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Ui.Tables;

/// <summary>One column of a <see cref="PagedTable{TRow}"/>: text, or markup where text is not enough.</summary>
public sealed record TableColumn<TRow>(string Header)
{
    public TableColumn(string header, Func<TRow, string?> text)
        : this(header) => Text = text;

    public TableColumn(string header, RenderFragment<TRow> cell)
        : this(header) => Cell = cell;

    public Func<TRow, string?>? Text { get; }

    public RenderFragment<TRow>? Cell { get; }

    /// <summary>A status alone in its cell: unlike a <see cref="Cell"/> it costs no delegate a row.</summary>
    public Func<TRow, Chip>? Chip { get; init; }

    /// <summary>What stands behind the cell's text or link; null for nothing.</summary>
    public Func<TRow, RenderFragment?>? Mark { get; init; }

    /// <summary>The key that the address carries when the list is sorted by this column; null for none.</summary>
    public string? Sort { get; init; }

    /// <summary>Numbers and amounts stand at the end of the cell.</summary>
    public bool AlignEnd { get; init; }

    /// <summary>How the column stands on a phone, where a row is a card of a few lines.</summary>
    public PhoneCell Phone { get; init; }

    /// <summary>Left out where the window is narrow but no phone: at twice the usual size of letters.</summary>
    public bool Extra { get; init; }

    /// <summary>May be cut off with dots when the window is narrow; the whole text is in the tooltip.</summary>
    public bool Cut { get; init; }
}

/// <summary>A text on its colour.</summary>
/// <param name="Class">Its classes.</param>
/// <param name="Text">What it says.</param>
/// <param name="TestId">Its test id.</param>
public readonly record struct Chip(string Class, string Text, string? TestId = null);
