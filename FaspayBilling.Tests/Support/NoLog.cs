using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FaspayBilling.Tests.Support;

internal static class NoLog
{
    public static ILogger<T> For<T>() => NullLogger<T>.Instance;
}
