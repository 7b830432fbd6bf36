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

    internal virtual string? Shown => Error ?? (Name is null ? null : Form?.Outcome?.About(Name)?.Say());

    internal bool Refused => Shown is not null;

    internal string ErrorId => $"{Id}-error";

    internal string? HintId => Hint is null ? null : $"{Id}-hint";

    // The library's own "required" complains by itself and sets HTML's, which stops a form before it is sent.
    internal string? AriaRequired => Required ? "true" : null;

    internal string? Invalid => Shown is null ? null : "true";

    internal string? DescribedBy => (HintId, Shown) switch
    {
        (_, null) => HintId,
        (null, _) => ErrorId,
        _ => $"{ErrorId} {HintId}",
    };

    /// <summary>What the library takes for "as long as you like".</summary>
    protected const int NoLimit = 524_288;

    internal string Classes(string? more) => $"field {(Required ? "field-required" : null)} {more}";

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
