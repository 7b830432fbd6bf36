namespace FaspayBilling.Web.Demo;

/// <summary>Whom a merchant of the demo bills.</summary>
/// <param name="Companies">With Invoice Tax; the first is the buyer of the documented file name at FPY.</param>
/// <param name="People">Without.</param>
/// <param name="OfTheAnswer">Customers of the documented answer of Get List Invoice, number and name as it has them; only FPY has
/// them.</param>
public sealed record DemoCustomers(
    IReadOnlyList<DemoCustomer> Companies,
    IReadOnlyList<DemoCustomer> People,
    IReadOnlyList<DemoCustomer>? OfTheAnswer = null)
{
    internal DemoCustomer Documented => Companies[0];

    internal IReadOnlyList<DemoCustomer> Private => [.. People, .. OfTheAnswer ?? []];

    internal IReadOnlyList<DemoCustomer> All => [.. OfTheAnswer ?? [], .. Companies, .. People];
}
