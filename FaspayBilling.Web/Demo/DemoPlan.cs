namespace FaspayBilling.Web.Demo;

/// <summary>What shall become of one invoice.</summary>
/// <param name="Customer">Who is billed.</param>
/// <param name="Date">Invoice date.</param>
/// <param name="Fate">How far it gets.</param>
/// <param name="WithoutNumber">Issued while no number was left.</param>
internal sealed record DemoPlan(DemoCustomer Customer, DateOnly Date, DemoFate Fate, bool WithoutNumber = false);
