using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class ListDocumentTypesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task All_types_come_by_code_with_three_windows_of_72_hours_each(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);

        var types = await db.Get<ListDocumentTypes>().HandleAsync(default);

        types.Select(t => (int)t.Type).Should().Equal(1, 2, 3, 4, 11, 12, 13, 14);
        types.Should().OnlyContain(t => t.Parameters.Count == 3 && t.Parameters.All(p => p.Value == 72 && p.DocumentType == t.Type));
    }

    [Fact]
    public async Task A_figure_that_holds_no_more_is_still_told()
    {
        await using var db = await TestDb.MakeAsync();
        var now = db.Clock.GetUtcNow().UtcDateTime;
        await db.ReadAsync(d => d.Set<WorkflowParameter>()
            .Where(p => p.DocumentType == DocumentType.DebitNote && p.Parameter == WorkflowParameterKind.Cancellation)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.ActiveTo, now)));
        await db.AddAsync(new WorkflowParameter
        {
            Id = 9001,
            DocumentType = DocumentType.DebitNote,
            Parameter = WorkflowParameterKind.Cancellation,
            Value = 24,
            ActiveFrom = now,
        });

        var types = await db.Get<ListDocumentTypes>().HandleAsync(default);

        types.Single(t => t.Type == DocumentType.DebitNote).Parameters
            .Where(p => p.Parameter == WorkflowParameterKind.Cancellation)
            .Select(p => (p.Value, p.ActiveTo))
            .Should().Equal((72, now), (24, null));
        types.Sum(t => t.Parameters.Count).Should().Be(25);
    }
}
