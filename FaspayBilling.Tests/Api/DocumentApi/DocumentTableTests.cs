using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Api.DocumentApi;

public sealed class DocumentTableTests
{
    [Fact]
    public void The_table_is_large_and_says_everything() =>
        DocumentTable.Rows.Select(r => r.Said).Distinct().Should().BeEquivalentTo(
            "200 Cancelled", "200 Requested for Rejection", "403 Forbidden", "400 IncorrectState", "400 OperationPeriodOver",
            "400 ActiveReferencingDocuments");

    [Fact]
    public async Task Every_row_gives_its_status_and_code_changes_only_what_it_says_and_is_in_the_issuers_history()
    {
        await using var api = await TestApi.MakeAsync();
        var start = api.Clock.GetUtcNow();
        var wrong = new List<string>();
        foreach (var row in DocumentTable.Rows)
        {
            // The wall clock is put back and on; timers do not run meanwhile.
            api.Clock.AdjustTime(start);
            var document = await api.DocumentAsync(row.Type, row.Status);
            if (row.Referenced)
            {
                await api.DocumentAsync(
                    row.Type == DocumentType.Invoice ? DocumentType.CreditNote : DocumentType.SelfBilledCreditNote, refersTo: document.Id);
            }

            api.Clock.AdjustTime(new DateTimeOffset(document.DocumentCancelDeadline!.Value.AddMilliseconds(row.MillisecondsAfterEnd)));
            var reply = await api.StateAsync(await TokenAsync(api, row.Caller), document.DocumentId!, row.Verb);
            var after = await api.ReadAsync(document);
            var history = await api.Db.ReadAsync(
                d => d.Set<HistoryEntry>().SingleAsync(h => h.MerchantId == api.Fpy.Id && h.SubjectId == document.Id));
            var cancelled = after.Status == InvoiceStatus.Cancelled && row.Status != InvoiceStatus.Cancelled;
            if (reply.Said != row.Said
                || cancelled != (row.Said == "200 Cancelled")
                || (after.RejectRequestedAt is not null) != row.Said.EndsWith("Rejection", StringComparison.Ordinal)
                || (history.RefusalCode is null) != (reply.Status == 200))
            {
                wrong.Add($"{row} but {reply.Said}, {after.Status}, {history.RefusalCode}");
            }
        }

        wrong.Should().BeEmpty();
    }

    private static Task<string> TokenAsync(TestApi api, Caller caller) => caller switch
    {
        Caller.Issuer => api.TokenOfAsync(api.Fpy),
        Caller.Receiver => api.TokenOfAsync(api.T8v),
        Caller.Stranger => api.TokenOfAsync(api.X9x),
        Caller.IssuersAgent => api.TokenOfAgentAsync(api.Fpy),
        Caller.ReceiversAgent => api.TokenOfAgentAsync(api.T8v),
        Caller.AgentWithoutPermission => api.TokenOfAgentAsync(api.Fpy, cancel: false, reject: false),
        Caller.AgentAfterItsDays => api.TokenOfAgentAsync(api.Fpy, to: new DateOnly(2026, 11, 10)),
        _ => throw new ArgumentOutOfRangeException(nameof(caller)),
    };
}
