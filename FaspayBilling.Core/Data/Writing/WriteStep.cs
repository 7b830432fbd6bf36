namespace FaspayBilling.Core.Data.Writing;

/// <summary>How far a write has come when the database fails it.</summary>
internal sealed class WriteStep
{
    /// <summary>It has a connection, or what the pool took for one.</summary>
    public bool Opened { get; set; }

    /// <summary>What it does has begun: it is not done again by itself.</summary>
    public bool Begun { get; set; }

    /// <summary>It is being committed: a server that goes away now may have done it.</summary>
    public bool Committing { get; set; }
}
