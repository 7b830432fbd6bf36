using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Features.Invoices.Lists;

namespace FaspayBilling.Tests.Api.DocumentApi;

public sealed class DocumentReadsTests
{
    [Fact]
    public async Task Issuer_and_receiver_read_the_documented_record_and_nobody_else()
    {
        await using var api = await TestApi.MakeAsync();
        var document = await api.DocumentAsync();
        var path = $"/documents/{document.DocumentId}/details";

        var read = await api.GetAsync(await api.TokenOfAsync(api.Fpy), path);

        read.Json.EnumerateObject().Select(p => p.Name).Should().Equal(
            "uuid", "submissionUid", "longId", "internalId", "typeName", "typeVersionName", "issuerTin", "issuerName", "receiverId",
            "receiverName", "dateTimeIssued", "dateTimeReceived", "dateTimeValidated", "totalExcludingTax", "totalDiscount",
            "totalNetAmount", "totalPayableAmount", "status", "cancelDateTime", "rejectRequestDateTime", "documentStatusReason",
            "createdByUserId", "validationResults");
        read.Said.Should().Be("200 Valid");
        read.Json.GetProperty("dateTimeValidated").GetString().Should().Be("2026-11-16T02:00:00Z");
        read.Json.GetProperty("totalPayableAmount").GetDecimal().Should().Be(1_000_000);
        (await api.GetAsync(await api.TokenOfAsync(api.T8v), path)).Body.Should().Be(read.Body);
        var stranger = await api.GetAsync(await api.TokenOfAsync(api.X9x), path);
        stranger.Said.Should().Be("403 Forbidden");
        stranger.Body.Should().NotContain("FPY").And.NotContain(document.DocumentId);
        (await api.GetAsync(await api.TokenOfAgentAsync(api.Fpy, view: false), path)).Said.Should().Be("403 Forbidden");
        (await api.GetAsync(await api.TokenOfAsync(api.Fpy), "/documents/F9D425P6DS7D8IU/details")).Said.Should().Be("404 NotFound");
    }

    [Fact]
    public async Task A_cancelled_and_a_rejected_document_say_when_and_why()
    {
        await using var api = await TestApi.MakeAsync();
        var document = await api.DocumentAsync();
        await api.StateAsync(await api.TokenOfAsync(api.T8v), document.DocumentId!, "rejected", "Wrong invoice details");
        var path = $"/documents/{document.DocumentId}/details";
        var rejected = await api.GetAsync(await api.TokenOfAsync(api.Fpy), path);
        rejected.Said.Should().Be("200 Valid");
        rejected.Json.GetProperty("rejectRequestDateTime").GetString().Should().Be("2026-11-16T02:00:00Z");
        rejected.Json.GetProperty("documentStatusReason").GetString().Should().Be("Wrong invoice details");

        await api.StateAsync(await api.TokenOfAsync(api.Fpy), document.DocumentId!, reason: "Wrong buyer details");

        var cancelled = await api.GetAsync(await api.TokenOfAsync(api.T8v), path);
        cancelled.Said.Should().Be("200 Cancelled");
        cancelled.Json.GetProperty("documentStatusReason").GetString().Should().Be("Wrong buyer details");
        (await api.StateAsync(await api.TokenOfAsync(api.Fpy), document.DocumentId!)).Body.Should().Contain("2026-11-16T02:00:00Z");
    }

    [Fact]
    public async Task Recent_documents_are_own_and_received_ones_newest_first()
    {
        await using var api = await TestApi.MakeAsync();
        var old = await api.DocumentAsync();
        api.Clock.Advance(TimeSpan.FromDays(32));
        var first = await api.DocumentAsync();
        api.Clock.Advance(TimeSpan.FromHours(1));
        var second = await api.DocumentAsync(DocumentType.SelfBilledInvoice, InvoiceStatus.Cancelled);

        var mine = await api.GetAsync(await api.TokenOfAsync(api.Fpy), "/documents/recent");
        Ids(mine).Should().Equal(second.DocumentId, first.DocumentId);
        mine.Body.Should().NotContain(old.DocumentId);
        mine.Json.GetProperty("metadata").GetRawText().Should().Be("{\"totalPages\":1,\"totalCount\":2}");
        Ids(await api.GetAsync(await api.TokenOfAsync(api.T8v), "/documents/recent?InvoiceDirection=Received&status=Cancelled"))
            .Should().Equal(second.DocumentId);
        Ids(
            await api.GetAsync(
                await api.TokenOfAsync(api.T8v), "/documents/recent?InvoiceDirection=Received&issuerTin=022732101075000&documentType=01"))
            .Should().Equal(first.DocumentId);
        Ids(
            await api.GetAsync(
                await api.TokenOfAsync(api.Fpy),
                "/documents/recent?InvoiceDirection=Sent&receiverTin=0013825647609000&pageSize=1&pageNo=2"))
            .Should().Equal(first.DocumentId);
        Ids(await api.GetAsync(await api.TokenOfAsync(api.T8v), "/documents/recent?InvoiceDirection=Sent")).Should().BeEmpty();
        Ids(await api.GetAsync(await api.TokenOfAsync(api.Fpy), "/documents/recent?status=Submitted")).Should().BeEmpty();
        Ids(await api.GetAsync(await api.TokenOfAsync(api.X9x), "/documents/recent")).Should().BeEmpty();
    }

    [Fact]
    public async Task Types_come_with_their_windows_in_hours()
    {
        await using var api = await TestApi.MakeAsync();
        var token = await api.TokenOfAsync(api.Fpy);

        var all = await api.GetAsync(token, "/documenttypes");
        var one = await api.GetAsync(token, "/documenttypes/11");

        all.Json.GetProperty("result").EnumerateArray().Select(t => t.GetProperty("invoiceTypeCode").GetInt32())
            .Should().Equal(1, 2, 3, 4, 11, 12, 13, 14);
        all.Body.Should().NotContain("workflowParameters");
        one.Json.GetProperty("description").GetString().Should().Be("Self-billed Invoice");
        one.Json.GetProperty("workflowParameters")
            .EnumerateArray()
            .Select(p => $"{p.GetProperty("parameter").GetString()} {p.GetProperty("value").GetInt32()}")
            .Should().BeEquivalentTo("submissionDuration 72", "cancellationDuration 72", "rejectionDuration 72");
    }

    [Fact]
    public async Task Both_parties_are_told_what_happens()
    {
        await using var api = await TestApi.MakeAsync();
        var customer = await api.Fpy.CustomerAsync("PT T8V Indonesia", "013825647609000");
        var made = await api.Db.Get<AddDocument>()
            .HandleAsync(api.Fpy.Finance, new(DocumentType.Invoice, null, customer.Id, "x", [new("Service", 1, 100)]), default);
        await api.StateAsync(await api.TokenOfAsync(api.T8v), made.Value, "rejected");
        await api.StateAsync(await api.TokenOfAsync(api.Fpy), made.Value);

        Types(await api.GetAsync(await api.TokenOfAsync(api.Fpy), "/notifications/taxpayer")).Should().Equal("15", "7");
        Types(await api.GetAsync(await api.TokenOfAsync(api.T8v), "/notifications/taxpayer")).Should().Equal("8", "6");
        Types(await api.GetAsync(await api.TokenOfAsync(api.T8v), "/notifications/taxpayer?type=8&language=en&status=4"))
            .Should().Equal("8");
        Types(await api.GetAsync(await api.TokenOfAsync(api.X9x), "/notifications/taxpayer")).Should().BeEmpty();
        (await api.GetAsync(await api.TokenOfAsync(api.T8v), "/notifications/taxpayer?pageSize=1")).Json
            .GetProperty("metadata")
            .GetProperty("hasNext")
            .GetBoolean()
            .Should().BeTrue();
    }

    [Fact]
    public async Task A_cancel_over_the_API_shows_in_the_dashboard_with_who_and_why()
    {
        await using var api = await TestApi.MakeAsync();
        var document = await api.DocumentAsync();
        var heard = 0;
        using var listening = api.Web.Get<Core.Live.LiveChanges>()
            .Subscribe(api.Fpy.Id, change => heard += change.Touches(Core.Domain.Audit.HistorySubject.Invoice, document.Id) ? 1 : 0);

        await api.StateAsync(await api.TokenAsync("FPY-erp"), document.DocumentId!, reason: "Wrong buyer details");

        heard.Should().Be(1);
        var shown = (await api.Db.Get<ReadBilling>().HandleAsync(api.Fpy.Viewer, document.Number, default)).Value;
        shown.Invoice.Status.Should().Be(InvoiceStatus.Cancelled);
        shown.History.Should().Contain(h => h.Who == "FPY erp" && h.What().Contains("Wrong buyer details", StringComparison.Ordinal));
    }

    private static IEnumerable<string?> Ids(ApiReply reply) =>
        reply.Json.GetProperty("result").EnumerateArray().Select(d => d.GetProperty("uuid").GetString());

    private static IEnumerable<string?> Types(ApiReply reply) =>
        reply.Json.GetProperty("result").EnumerateArray().Select(d => d.GetProperty("typeId").GetString());
}
