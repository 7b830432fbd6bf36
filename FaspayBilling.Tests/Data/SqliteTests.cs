using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data;

public sealed class SqliteTests
{
    [Fact]
    public async Task A_row_written_through_EF_is_read_back()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<Shelf>().UseSqlite(connection).Options;

        await using (var db = new Shelf(options))
        {
            await db.Database.EnsureCreatedAsync();
            db.Add(new Box { Label = "faktur" });
            await db.SaveChangesAsync();
        }

        await using var again = new Shelf(options);
        (await again.Boxes.SingleAsync()).Label.Should().Be("faktur");
    }

    [Fact]
    public async Task The_library_that_comes_with_the_product_is_recent()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        Version.Parse(connection.ServerVersion)
            .Should().BeGreaterThanOrEqualTo(new Version(3, 50), "what was mended in SQLite since is mended here too");
    }

    private sealed class Shelf(DbContextOptions<Shelf> options) : DbContext(options)
    {
        public DbSet<Box> Boxes => Set<Box>();
    }

    private sealed class Box
    {
        public long Id { get; init; }
        public required string Label { get; init; }
    }
}
