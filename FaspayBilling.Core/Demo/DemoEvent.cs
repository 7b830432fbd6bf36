namespace FaspayBilling.Core.Demo;

/// <summary>One line of the demo's history.</summary>
internal readonly record struct DemoEvent(DateTime At, string Who, string What);
