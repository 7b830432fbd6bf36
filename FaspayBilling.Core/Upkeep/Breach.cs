namespace FaspayBilling.Core.Upkeep;

/// <summary>One row that breaks a rule.</summary>
/// <param name="Merchant">Its code; null for what belongs to none.</param>
/// <param name="Row">The invoice number, the E-Faktur No or whatever names the row.</param>
/// <param name="Stored">What the database says.</param>
/// <param name="Expected">What it should say.</param>
public sealed record Breach(string? Merchant, string Row, string Stored, string Expected)
{
    public override string ToString() => $"{(Merchant is null ? Row : $"{Merchant} {Row}")}: {Stored}; should be: {Expected}";
}
