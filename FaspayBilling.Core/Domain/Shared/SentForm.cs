namespace FaspayBilling.Core.Domain.Shared;

/// <summary>A form or dialog that somebody opened: what is sent from it is done once, however often it is sent (docs/rules.md 2).</summary>
/// <param name="Key">Made when it opened, at most 100 characters; nobody can guess another form's.</param>
/// <param name="Content">
/// What was typed, where a form outlives its page and may be sent again with something else in it; else empty.
/// </param>
public sealed record SentForm(string Key, string Content = "")
{
    /// <summary>One of several writes that the same form causes, such as the next two hundred checked rows.</summary>
    public SentForm Part(int index) => index == 0 ? this : this with { Key = FormattableString.Invariant($"{Key}.{index}") };

    /// <summary>The write that is about this, whatever its place among the others.</summary>
    /// <param name="about">Tells it from every other part of the form, at most 60 characters.</param>
    public SentForm Part(string about) => this with { Key = $"{Key}.{about}" };
}
