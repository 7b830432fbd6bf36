using FaspayBilling.Core.Hosting;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Tests.Hosting;

public sealed class EarlyModelTests
{
    [Fact]
    public async Task It_is_the_model_that_the_program_works_with()
    {
        await using var db = await TestDb.MakeAsync();

        var early = await (Task<IModel>)EarlyModel.Begin(db.Services);

        await using var rows = await db.Dbs.CreateDbContextAsync();
        rows.Model.Should().BeSameAs(early);
    }
}
