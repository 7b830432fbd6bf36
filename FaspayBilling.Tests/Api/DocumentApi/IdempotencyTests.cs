using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Api.DocumentApi;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_key_and_body_get_the_first_answer_again_and_change_nothing_more()
    {
        await using var api = await TestApi.MakeAsync();
        var (token, document) = (await api.TokenOfAsync(api.Fpy), await api.DocumentAsync());
        var first = await api.StateAsync(token, document.DocumentId!, key: "k1");
        api.Clock.Advance(TimeSpan.FromMinutes(30));

        var again = await api.StateAsync(token, document.DocumentId!, key: "k1");

        first.Said.Should().Be("200 Cancelled");
        (again.Status, again.Body).Should().Be((first.Status, first.Body));
        again.Headers["correlationId"].Should().NotBe(first.Headers["correlationId"]);
        (await api.Db.ReadAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.SubjectId == document.Id))).Should().Be(1);
        (await api.StateAsync(token, document.DocumentId!)).Said
            .Should().Be("400 IncorrectState", "without a key a second cancel is refused");
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_document_is_unprocessable()
    {
        await using var api = await TestApi.MakeAsync();
        var (token, document) = (await api.TokenOfAsync(api.Fpy), await api.DocumentAsync());
        await api.StateAsync(token, document.DocumentId!, key: "k1");

        (await api.StateAsync(token, document.DocumentId!, reason: "Another reason", key: "k1")).Said
            .Should().Be("422 UnprocessableEntity");
        (await api.StateAsync(token, (await api.DocumentAsync()).DocumentId!, key: "k1")).Said.Should().Be("422 UnprocessableEntity");
        (await api.StateAsync(await api.TokenOfAsync(api.Fpy), document.DocumentId!, key: "k1")).Said
            .Should().Be("400 IncorrectState", "keys belong to a client");
    }

    [Fact]
    public async Task Refusals_are_kept_too_for_a_day()
    {
        await using var api = await TestApi.MakeAsync();
        var document = await api.DocumentAsync();
        await api.DocumentAsync(Core.Domain.Invoices.Documents.DocumentType.CreditNote, refersTo: document.Id);
        var client = await Support.Data.GivenClient.ClientAsync(api.Db, api.Fpy, "keeper");
        (await api.StateAsync(api.Token(client.Id, api.Fpy.Id), document.DocumentId!, key: "k1")).Said
            .Should().Be("400 ActiveReferencingDocuments");
        await api.Db.ReadAsync(d => d.Set<Invoice>()
            .Where(i => i.RefersToId == document.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, InvoiceStatus.Cancelled)));

        (await api.StateAsync(api.Token(client.Id, api.Fpy.Id), document.DocumentId!, key: "k1")).Said
            .Should().Be("400 ActiveReferencingDocuments");
        api.Clock.Advance(TimeSpan.FromHours(24));
        (await api.StateAsync(api.Token(client.Id, api.Fpy.Id), document.DocumentId!, key: "k1")).Said.Should().Be("200 Cancelled");
    }

    [Fact]
    public async Task An_unknown_document_is_kept_as_unknown()
    {
        await using var api = await TestApi.MakeAsync();
        var token = await api.TokenOfAsync(api.Fpy);

        (await api.StateAsync(token, "NOSUCHDOCUMENT", key: "k1")).Said.Should().Be("404 NotFound");
        await api.DocumentAsync();
        (await api.StateAsync(token, "NOSUCHDOCUMENT", key: "k1")).Said.Should().Be("404 NotFound");
        (await api.StateAsync(token, "ANOTHERUNKNOWN", key: "k1")).Said.Should().Be("422 UnprocessableEntity");
    }

    [Fact]
    public async Task Ten_at_once_with_one_key_change_once_and_all_get_the_same()
    {
        await using var api = await TestApi.MakeAsync();
        var (token, document) = (await api.TokenOfAsync(api.Fpy), await api.DocumentAsync());

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.StateAsync(token, document.DocumentId!, key: "k1")));

        replies.Select(r => r.Said).Should().OnlyContain(said => said == "200 Cancelled");
        (await api.Db.ReadAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.SubjectId == document.Id))).Should().Be(1);
    }
}
