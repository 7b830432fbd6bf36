namespace FaspayBilling.Core.Demo;

/// <summary>Something that can stand on a demo invoice.</summary>
/// <param name="Name">As the line names it.</param>
/// <param name="Unit">Of the quantity.</param>
/// <param name="Price">Usual price of one, in rupiah; the demo varies it a little.</param>
/// <param name="Most">Greatest usual quantity.</param>
internal sealed record DemoItem(string Name, string Unit, int Price, int Most);
