using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Components.Ui.Dialogs;

/// <summary>One press of Save or Yes. What is sent from one opening of a form has one key: it is done once (docs/rules.md 2).</summary>
/// <param name="Confirmed">Whether the extra box was ticked.</param>
/// <param name="Form">The opened form.</param>
public sealed record Submission(bool Confirmed, SentForm Form)
{
    /// <summary>Who sends it, with the form it comes from. Not for what answers with a secret: first answers are kept for a day.</summary>
    public Actor By(Actor actor) => actor with { Form = Form };
}
