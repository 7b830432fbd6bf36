using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Outbox;

/// <summary>The mail outbox: what waits, what was sent, what failed and why.</summary>
public sealed partial class MailOutbox
{
    [Inject] public required ListMail ListMail { get; init; }
    [Inject] public required ReadMail ReadMail { get; init; }
    [Inject] public required ResendMail ResendMail { get; init; }

    protected override HistorySubject Subject => HistorySubject.Mail;

    protected override long KeyOf(MailRow row) => row.Id;

    protected override Task<Page<MailRow>> ListAsync(Actor actor, CancellationToken stop) =>
        ListMail.HandleAsync(actor, new MailQuery { State = State, Page = Url.Page, Size = Url.Size }, stop);

    protected override Task<Outcome<MailText>> OpenAsync(Actor actor, long key, CancellationToken stop) =>
        ReadMail.HandleAsync(actor, key, stop);

    protected override Task<Outcome> SendAgainAsync(Actor actor, long key, CancellationToken stop) =>
        ResendMail.HandleAsync(actor, key, stop);

    protected override IEnumerable<MenuItem> MenuOf(MailRow row) =>
    [
        View(row, T("View text")),
        .. Repeat(row, T("Resend"), Icons.Material.Outlined.MailOutline, ResendMail.WhyNot(row.State)),
    ];
}
