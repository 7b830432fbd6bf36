using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Outbox;

/// <summary>The mail outbox: what waits, what was sent, what failed and why.</summary>
public sealed partial class MailOutbox
{
    private const string StateKey = "state";

    private Page<MailRow>? page;
    private MailText? read;
    private Outcome? unread;
    private MailRow? again;

    [Inject] public required ListMail ListMail { get; init; }
    [Inject] public required ReadMail ReadMail { get; init; }
    [Inject] public required ResendMail ResendMail { get; init; }
    [CascadingParameter] public required ListUrl Url { get; set; }

    private MailState? State => Enum.TryParse<MailState>(Url[StateKey], out var state) && Enum.IsDefined(state) ? state : null;

    protected override async Task ReadAsync(Actor actor, CancellationToken stop) =>
        page = await ListMail.HandleAsync(actor, new MailQuery { State = State, Page = Url.Page, Size = Url.Size }, stop);

    // A first mail needs no asking: there is nothing that could move.
    protected override ChangeImpact ConcernOf(LiveChange change) =>
        page is null || !change.Touches(HistorySubject.Mail) ? ChangeImpact.None
        : page.Rows.Count == 0 || page.Rows.Any(r => change.Touches(HistorySubject.Mail, r.Id)) ? ChangeImpact.Read
        : ChangeImpact.Hint;

    private Task<IReadOnlyList<MenuItem>> ActionsAsync(MailRow row)
    {
        var view = new MenuItem(T("View text"), this.Then(() => ViewAsync(row.Id))) { Icon = Icons.Material.Outlined.Visibility };
        var resend = new MenuItem(T("Resend"), this.Then(() => again = row)) { Icon = Icons.Material.Outlined.MailOutline };
        var mayResend = Actor!.WhyNot(Role.Finance) is null && ResendMail.WhyNot(row.State) is null;
        return Task.FromResult<IReadOnlyList<MenuItem>>(mayResend ? [view, resend] : [view]);
    }

    private async Task ViewAsync(long id)
    {
        var found = await ReadMail.HandleAsync(Actor!, id, Stop);
        (read, unread) = (found.Ok ? found.Value : null, found.Ok ? null : found);
    }

    private Task<Outcome> ResendAsync(Submission sent) => ResendMail.HandleAsync(sent.By(Actor!), again!.Id, Stop);
}
