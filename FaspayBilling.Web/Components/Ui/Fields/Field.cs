using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Ui.Fields;

/// <summary>What every input has: a label, perhaps a hint, and the refusal that is about it.</summary>
public abstract class Field<T> : ComponentBase
{
    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>The request's field, to find its refusal in the form's answer.</summary>
    [Parameter] public string? Name { get; set; }

    [Parameter] public string? Hint { get; set; }

    /// <summary>An error of the page's own; wins over the form's answer.</summary>
    [Parameter] public string? Error { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public string? TestId { get; set; }

    [Parameter] public T? Value { get; set; }

    [Parameter] public EventCallback<T> ValueChanged { get; set; }

    [CascadingParameter] public FormScope? Form { get; set; }

    internal string Id { get; } = Ids.Next("field");

    internal virtual string? Shown => Error ?? (Name is null ? null : Form?.Outcome?.About(Name)?.Sentence);

    internal string? Invalid => Shown is null ? null : "true";

    internal string? DescribedBy => (Hint, Shown) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-error {Id}-hint",
    };

    protected override void OnParametersSet()
    {
        if (Name is not null)
        {
            Form?.Add(Name);
        }
    }

    internal Task ChangeAsync(T value)
    {
        Value = value;
        return ValueChanged.InvokeAsync(value);
    }
}
