namespace FaspayBilling.Web.Components.Pages.Kept;

/// <summary>A form that was typed in this browser and not saved.</summary>
/// <param name="Id">The key it was opened with; restored, it goes on under it and is saved once.</param>
/// <param name="At">When it was last typed in, UTC.</param>
/// <param name="Title">Its customer, else its subject; may be empty.</param>
public sealed record KeptForm(string Id, DateTime At, string Title);
