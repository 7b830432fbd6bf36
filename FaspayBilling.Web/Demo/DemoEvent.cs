using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Demo;

/// <summary>One line of the demo's history.</summary>
internal readonly record struct DemoEvent(DateTime At, string Who, Message What);
