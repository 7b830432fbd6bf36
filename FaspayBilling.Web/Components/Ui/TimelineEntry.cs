namespace FaspayBilling.Web.Components.Ui;

/// <summary>One line of a <see cref="Timeline"/>.</summary>
/// <param name="When">UTC.</param>
/// <param name="Who">The person or the product.</param>
/// <param name="What">A sentence.</param>
public sealed record TimelineEntry(DateTime When, string Who, string What, Tone Tone = Tone.Neutral);
