using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Components.Ui.Fields;

/// <summary>What a form tells the fields in it: the last answer, of which each shows what is about it.</summary>
public sealed class FormScope
{
    private readonly HashSet<string> fields = [];

    public Outcome? Outcome { get; private init; }

    /// <summary>The request's fields that are on the screen.</summary>
    public IReadOnlySet<string> Fields => fields;

    public void Add(string field) => fields.Add(field);

    public FormScope With(Outcome? outcome)
    {
        var next = new FormScope
        {
            Outcome = outcome?.Refusal == Refusals.ChangedElsewhere ? (Outcome)Refusals.FormChangedElsewhere : outcome,
        };
        next.fields.UnionWith(fields);
        return next;
    }
}
