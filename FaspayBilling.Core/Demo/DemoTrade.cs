namespace FaspayBilling.Core.Demo;

/// <summary>What a demo customer is billed for; picks the items from <see cref="DemoCatalog"/>.</summary>
internal enum DemoTrade
{
    Software,
    Payments,
    Marketing,
    Training,
    Goods,
}
