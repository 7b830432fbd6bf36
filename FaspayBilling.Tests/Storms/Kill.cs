namespace FaspayBilling.Tests.Storms;

/// <summary>What is ended in the middle of its work.</summary>
internal enum Kill
{
    /// <summary>kill -9 of the program that serves.</summary>
    Program,

    /// <summary>kill -9 of the second process, which calls the handlers of the screens.</summary>
    Worker,

    /// <summary>kill -9 of both at the same moment.</summary>
    Both,

    /// <summary>SIGTERM to the program, as at every upgrade.</summary>
    Stop,

    /// <summary>kill -9 of PostgreSQL itself.</summary>
    Server,

    /// <summary>PostgreSQL is stopped at once and recovers at its next start.</summary>
    Immediate,

    /// <summary>PostgreSQL is restarted, what is under way is broken off.</summary>
    Restart,

    /// <summary>kill -9 of one of PostgreSQL's connections, upon which it throws all others out.</summary>
    Connection,
}
