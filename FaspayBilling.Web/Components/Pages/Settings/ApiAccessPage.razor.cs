using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Settings;

/// <summary>Which systems may do what for the merchant, and how an Admin makes and ends that.</summary>
public sealed partial class ApiAccessPage
{
    private readonly IReadOnlyList<TableColumn<CredentialRow>> credentialColumns =
        [
            new(T("User name"), c => c.Username),
            new(T("Service id"), c => c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new(T("Made"), c => Made(c.CreatedAt, c.CreatedBy)) { Cut = true },
            new(T("Status"), c => StatusOf(c.RevokedAt))
        ];

    private readonly IReadOnlyList<TableColumn<ClientRow>> clientColumns =
    [
        new(T("Name"), c => c.Name) { Cut = true },
        new(T("Client id"), c => c.ClientId),
        new(T("Made"), c => Made(c.CreatedAt, c.CreatedBy)) { Cut = true },
        new(T("Status"), c => StatusOf(c.RevokedAt)),
    ];

    private readonly IReadOnlyList<TableColumn<RepresentationRow>> grantColumns =
    [
        new(T("Client id"), r => r.ClientId),
        new(T("Of"), r => r.Intermediary) { Cut = true },
        new(T("May"), May),
        new(T("From"), r => Ui.Format.Day(r.From)),
        new(T("To"), r => r.To is { } last ? Ui.Format.Day(last) : T("no end")),
        new(T("Status"), r => StatusOf(r.RevokedAt)),
    ];

    private ApiAccessList? list;
    private SystemKind? making;
    private bool granting;
    private Ending? asked;

    protected override async Task ReadAsync(Actor actor, CancellationToken stop)
    {
        var read = await List.HandleAsync(actor, stop);
        list = read.Ok ? read.Value : list;
    }

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        change.Touches(HistorySubject.ApiAccess) ? ChangeImpact.Read : ChangeImpact.None;

    private static string Made(DateTime at, string by) => T($"{Ui.Format.Instant(at)} by {by}");

    private static string May(RepresentationRow row)
    {
        string?[] may = [row.MayView ? T("view") : null, row.MayCancel ? T("cancel") : null, row.MayReject ? T("reject") : null];
        return string.Join(", ", may.OfType<string>());
    }

    private static RenderFragment StatusOf(DateTime? revokedAt) =>
        revokedAt is { } at
            ? Ui.StatusChip.Of(T($"Revoked {Ui.Format.Instant(at)}"), Ui.Tone.Neutral)
            : Ui.StatusChip.Of(T("Active"), Ui.Tone.Good);

    private RenderFragment? Revoke(DateTime? revokedAt, string label, Action ask) => revokedAt is not null ? null : builder =>
    {
        builder.OpenComponent<Ui.BusyButton>(0);
        builder.AddComponentParameter(1, nameof(Ui.BusyButton.Icon), Icons.Material.Outlined.Delete);
        builder.AddComponentParameter(2, nameof(Ui.BusyButton.Label), label);
        builder.AddComponentParameter(3, nameof(Ui.BusyButton.Kind), Ui.ButtonKind.Quiet);
        builder.AddComponentParameter(4, nameof(Ui.BusyButton.OnClick), EventCallback.Factory.Create(this, ask));
        builder.CloseComponent();
    };

    private Ending Change(CredentialRow row) => new(
        T("Revoke credential"),
        T($"Revoke {row.Username}? Systems that sign with it are refused from now on. This cannot be undone."),
        T($"{row.Username} was revoked."),
        by => RevokeCredential.HandleAsync(by, row.Id, default));

    private Ending Change(ClientRow row) => new(
        T("Revoke client"),
        T($"Revoke {row.Name} ({row.ClientId})? Its tokens stop working, and it gets no new ones. This cannot be undone."),
        T($"{row.Name} was revoked."),
        by => RevokeClient.HandleAsync(by, row.Id, default));

    private Ending Change(RepresentationRow row) => new(
        T("Revoke representation"),
        T($"Stop {row.ClientId} from acting for this merchant?"),
        T($"{row.ClientId} acts for this merchant no more."),
        by => RevokeGrant.HandleAsync(by, row.Id, default));

    private sealed record Ending(string Title, string Question, string Notice, Func<Actor, Task<Outcome>> Run);
}
