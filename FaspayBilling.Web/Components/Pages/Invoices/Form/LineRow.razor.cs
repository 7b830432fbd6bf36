using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.TaxOffice.Codes;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Invoices.Form;

/// <summary>
/// One line of the form. It renders for its own keystrokes, and again only when its place, its columns or its refusals changed.
/// </summary>
public sealed partial class LineRow
{
    private readonly string errorsId = Ids.Next("line");
    private IReadOnlyList<Refusal> refusals = [];
    private (LineDraft? Line, int Index, bool Last, bool Module, bool Taxed, FormScope? Form) shown;
    private bool render = true;

    [Parameter, EditorRequired] public required LineDraft Line { get; set; }

    [Parameter, EditorRequired] public required int Index { get; set; }

    [Parameter] public bool Last { get; set; }

    /// <summary>The E-Faktur Module is on: kind and code are asked for.</summary>
    [Parameter] public bool Module { get; set; }

    [Parameter] public bool Taxed { get; set; }

    // Plain delegates: a callback would render the whole page for every keystroke.
    [Parameter, EditorRequired] public required Action<LineDraft> OnTyped { get; set; }

    [Parameter, EditorRequired] public required Action<int, int> OnMove { get; set; }

    [Parameter, EditorRequired] public required Action<int> OnDelete { get; set; }

    [CascadingParameter] public FormScope? Form { get; set; }

    private bool HasErrors => refusals.Count > 0 || Line.Unreadable.Count > 0;

    private int Columns => 8 + (Module ? 2 : 0) + (Taxed ? 1 : 0);

    private string? Errors => HasErrors ? errorsId : null;

    protected override void OnParametersSet()
    {
        var now = (Line, Index, Last, Module, Taxed, Form);
        render = now != shown;
        if (render && Form?.Outcome is { } outcome)
        {
            var mine = LineDraft.Field(Index, "");
            refusals = [.. outcome.Refusals.Where(r => r.Field?.StartsWith(mine, StringComparison.Ordinal) == true)];
            foreach (var refusal in refusals)
            {
                Form.Add(refusal.Field!);
            }
        }
        else if (render)
        {
            refusals = [];
        }

        shown = now;
    }

    protected override bool ShouldRender()
    {
        var should = render;
        // The next render is asked for by this line itself.
        render = true;
        return should;
    }

    private static Task<IReadOnlyList<ComboOption>> FindUnits(string typed) => Task.FromResult<IReadOnlyList<ComboOption>>(
        [
            .. TaxUnits.All.Where(u => u.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase) || u.Code == typed.Trim())
                .Select(u => new ComboOption(u.Code, u.Name))
        ]);

    private Task<IReadOnlyList<ComboOption>> FindCodes(string typed) => Task.FromResult<IReadOnlyList<ComboOption>>(
        [.. GoodsCodes.Search(Line.Kind, typed).Select(c => new ComboOption(c.Code, c.Code, c.Name))]);

    private string Field(string cell) => LineDraft.Field(Index, cell);

    private string Label(string cell) => T($"Line {Index + 1}: {cell}");

    private string? Bad(string cell) =>
        Line.Unreadable.Contains(cell, StringComparer.Ordinal) || refusals.Any(r => r.Field == Field(cell)) ? "true" : null;

    private static string Complaint(string cell) => cell switch
    {
        nameof(LineDraft.Quantity) => T("Quantity: enter a number such as 1.250 or 2,5."),
        nameof(LineDraft.Price) => T("Price: enter an amount such as 1.234.567 or 1.234.567,50."),
        nameof(LineDraft.LuxuryTaxRate) => T("PPnBM: enter a percentage such as 10 or 12,5."),
        _ => T("Discount: enter an amount such as 1.234.567 or 1.234.567,50."),
    };

    private void TypeCode(string typed)
    {
        Line.GoodsCode = typed;
        Typed();
    }

    private void TypeUnit(string typed)
    {
        Line.Unit = typed;
        Line.UnitCode = TaxUnits.All.FirstOrDefault(u => u.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase))?.Code ?? "";
    }

    private void TickLuxury()
    {
        // The percentage is asked for, or no longer.
        Line.Tidy();
        Typed();
    }

    private void Typed() => OnTyped(Line);
}
