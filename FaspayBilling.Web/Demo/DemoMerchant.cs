namespace FaspayBilling.Web.Demo;

/// <summary>One of the demo's two merchants.</summary>
/// <param name="Name">As pages and bills show it.</param>
/// <param name="Npwp">FPY's is the one in the documented file name.</param>
/// <param name="Nitku">22 digits.</param>
/// <param name="Address">One line.</param>
/// <param name="Notices">Who hears that numbers run low.</param>
public sealed record DemoMerchant(string Name, string Npwp, string Nitku, string Address, IReadOnlyList<string> Notices);
