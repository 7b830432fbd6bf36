using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

/// <summary>What an issued invoice is in the document API: its windows and its other party.</summary>
public sealed partial class IssueInvoiceTests
{
    [Fact]
    public async Task The_figure_that_holds_at_the_issue_counts_and_a_later_one_moves_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var now = db.Clock.GetUtcNow().UtcDateTime;
        await db.ReadAsync(d => d.Set<WorkflowParameter>()
            .Where(p => p.DocumentType == DocumentType.Invoice)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.ActiveTo, now)));
        await db.AddAsync(new WorkflowParameter
        {
            Id = 9001,
            DocumentType = DocumentType.Invoice,
            Parameter = WorkflowParameterKind.Cancellation,
            Value = 24,
            ActiveFrom = now
        });
        await db.AddAsync(new WorkflowParameter
        {
            Id = 9002,
            DocumentType = DocumentType.Invoice,
            Parameter = WorkflowParameterKind.Rejection,
            Value = 12,
            ActiveFrom = now
        });
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);

        await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default);

        var document = await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Id == draft.Id));
        (document.DocumentCancelDeadline, document.DocumentRejectDeadline).Should().Be((now.AddHours(24), now.AddHours(12)));
    }

    [Theory]
    [InlineData("013825647609000", true)]
    [InlineData("0013825647609000", true)]
    [InlineData("013825647609001", false)]
    [InlineData("", false)]
    public async Task The_other_party_is_found_by_its_tax_id_in_either_form(string npwp, bool found)
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.Given.MerchantAsync("T8V", "0013825647609000"));
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false, also: i => i.With((nameof(Invoice.CustomerNpwp), npwp)));

        await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default);

        (await db.ReadAsync(d => d.Set<Invoice>().SingleAsync())).CounterpartyMerchantId.Should().Be(found ? t8v.Id : null);
        (await db.ReadAsync(d => d.Set<DocumentNotice>().CountAsync(n => n.MerchantId == t8v.Id && n.Kind == DocumentNoticeKind.Received)))
            .Should().Be(found ? 1 : 0);
    }

    [Fact]
    public async Task A_tax_id_of_two_merchants_names_neither()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.Given.MerchantAsync("AAA", "013825647609000");
        await db.Given.MerchantAsync("BBB", "0013825647609000");
        var draft = await fpy.InvoiceAsync(
            InvoiceStatus.Draft, taxed: false, also: i => i.With((nameof(Invoice.CustomerNpwp), "013825647609000")));

        await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default);

        (await db.ReadAsync(d => d.Set<Invoice>().SingleAsync())).CounterpartyMerchantId.Should().BeNull();
    }
}
