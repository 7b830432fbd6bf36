using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Outbox;

/// <summary>The mail outbox: what waits, what was sent, what failed and why.</summary>
public sealed partial class MailOutbox
{
    private const string SearchKey = "q";
    private const string KindKey = "kind";
    private const string FromKey = "from";
    private const string ToKey = "to";

    [Inject] public required ListMail ListMail { get; init; }
    [Inject] public required ReadMail ReadMail { get; init; }
    [Inject] public required ResendMail ResendMail { get; init; }

    private MailKind? Kind => Enum.TryParse<MailKind>(Url[KindKey], out var kind) && Enum.IsDefined(kind) ? kind : null;

    private bool Filtered => Url.Search is not null || Kind is not null || Url.Day(FromKey) is not null || Url.Day(ToKey) is not null;

    protected override HistorySubject Subject => HistorySubject.Mail;

    protected override long KeyOf(MailRow row) => row.Id;

    protected override Task<Page<MailRow>> ListAsync(Actor actor, CancellationToken stop) =>
        ListMail.HandleAsync(actor, Query, stop);

    private MailQuery Query => new()
    {
        Search = Url.Search ?? "",
        State = State,
        Kind = Kind,
        From = Url.Day(FromKey),
        To = Url.Day(ToKey),
        Page = Url.Page,
        Size = Url.Size,
    };

    private void Go(string address) => Navigation.NavigateTo(address);

    protected override Task<Outcome<MailText>> OpenAsync(Actor actor, long key, CancellationToken stop) =>
        ReadMail.HandleAsync(actor, key, stop);

    protected override Task<Outcome> SendAgainAsync(Actor actor, long key, CancellationToken stop) =>
        ResendMail.HandleAsync(actor, key, stop);

    protected override IEnumerable<MenuItem> MenuOf(MailRow row) =>
    [
        View(row, T("View text")),
        .. Repeat(row, T("Resend"), Icons.Material.Outlined.MailOutline, ResendMail.WhyNot(row.State, row.LostLink)),
    ];
}
