namespace FaspayBilling.Web.Demo;

/// <summary>What a demo customer is billed for; picks the items from <see cref="DemoCatalog"/>.</summary>
public enum DemoTrade
{
    Software,
    Payments,
    Marketing,
    Training,
    Goods,
}
