namespace FaspayBilling.Web.Components.Ui.Fields;

/// <summary>A text input for a value: keeps what was typed, also when it cannot be read.</summary>
public abstract class TypedField<T> : Field<T?>
    where T : struct
{
    private T? given;
    private T? last;
    private bool read;

    internal string Typed { get; private set; } = string.Empty;

    internal bool Unreadable { get; private set; }

    internal override string? Shown => Unreadable ? Complaint : base.Shown;

    /// <summary>What is said about text that cannot be read.</summary>
    protected abstract string Complaint { get; }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        // A form's answer comes with the value from before the typing: that is no new value.
        if (!read || (!Nullable.Equals(Value, given) && !Nullable.Equals(Value, last)))
        {
            (read, last, Typed, Unreadable) = (true, Value, Value is { } value ? Write(value) : string.Empty, false);
        }

        given = Value;
    }

    protected abstract string Write(T value);

    protected abstract T? Read(string text);

    internal Task TypeAsync(string? typed)
    {
        var text = (typed ?? string.Empty).Trim();
        var value = text.Length == 0 ? null : Read(text);
        Unreadable = text.Length > 0 && value is null;
        Typed = value is { } some ? Write(some) : text;
        last = value;
        return ChangeAsync(value);
    }
}
