namespace FaspayBilling.Bench.Rows;

/// <summary>A row, or a group of rows that are measured together, of the table.</summary>
internal abstract class Row
{
    /// <summary>What <c>--only</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Part of the short form.</summary>
    public virtual bool Cheap => false;

    /// <summary>Measured only where <c>--only</c> names it.</summary>
    public virtual bool OnlyAsked => false;

    /// <summary>It hangs when it goes on for longer.</summary>
    public virtual TimeSpan Longest => TimeSpan.FromMinutes(60);

    /// <summary>Over how many invoices the long form measures it.</summary>
    public virtual IReadOnlyList<int> Sizes => [100_000];

    /// <summary>It is measured on PostgreSQL too, where a server is given.</summary>
    public virtual bool OnPostgres => false;

    public abstract Task<IReadOnlyList<Line>> RunAsync(Stage stage);
}

/// <summary>One line of the table.</summary>
/// <param name="What">Is measured.</param>
/// <param name="Unit">Of the values.</param>
/// <param name="Product">A value a round.</param>
/// <param name="Against">The name of what it is compared with; null: with nothing.</param>
/// <param name="Reference">Its values.</param>
/// <param name="Must">What is demanded, as words.</param>
internal sealed record Line(
    string What,
    string Unit,
    IReadOnlyList<double> Product,
    string? Against = null,
    IReadOnlyList<double>? Reference = null,
    string? Must = null);
