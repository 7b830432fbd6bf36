using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Features.Mail;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Mail;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Mail;

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
    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private MailState? State => Enum.TryParse<MailState>(Url[StateKey], out var state) && Enum.IsDefined(state) ? state : null;

    protected override async Task ReadAsync(Actor actor) =>
        page = await ListMail.HandleAsync(actor, new MailQuery { State = State, Page = Url.Page, Size = Url.Size }, Stop);

    // A first mail needs no asking: there is nothing that could move.
    protected override Concern ConcernOf(LiveChange change) =>
        page is null || !change.Touches(HistorySubject.Mail) ? Concern.None
        : page.Rows.Count == 0 || page.Rows.Any(r => change.Touches(HistorySubject.Mail, r.Id)) ? Concern.Read
        : Concern.Hint;

    private Task<IReadOnlyList<MenuItem>> ActionsAsync(MailRow row)
    {
        var view = new MenuItem("View text", this.Then(() => ViewAsync(row.Id))) { Icon = IconName.Eye };
        var resend = new MenuItem("Resend", this.Then(() => again = row)) { Icon = IconName.Mail };
        var mayResend = Actor!.WhyNot(Role.Finance) is null && ResendMail.WhyNot(row.State) is null;
        return Task.FromResult<IReadOnlyList<MenuItem>>(mayResend ? [view, resend] : [view]);
    }

    private async Task ViewAsync(long id)
    {
        var found = await ReadMail.HandleAsync(Actor!, id, Stop);
        (read, unread) = (found.Ok ? found.Value : null, found.Ok ? null : found);
    }

    private Task<Outcome> ResendAsync() => ResendMail.HandleAsync(Actor!, again!.Id, Stop);
}
