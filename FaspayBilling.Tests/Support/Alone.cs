namespace FaspayBilling.Tests.Support;

/// <summary>Tests of this collection run when no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
