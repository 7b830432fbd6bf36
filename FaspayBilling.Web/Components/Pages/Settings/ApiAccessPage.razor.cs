using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Settings;

/// <summary>Which systems may do what for the merchant, and how an Admin makes and ends that.</summary>
public sealed partial class ApiAccessPage
{
    private readonly IReadOnlyList<TableColumn<CredentialRow>> credentialColumns =
        [new("User name", c => c.Username), new("Service id", c => c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("Made", c => Made(c.CreatedAt, c.CreatedBy)) { Cut = true }, new("Status", c => StatusOf(c.RevokedAt))];

    private readonly IReadOnlyList<TableColumn<ClientRow>> clientColumns =
    [
        new("Name", c => c.Name) { Cut = true }, new("Client id", c => c.ClientId), new("Made", c => Made(c.CreatedAt, c.CreatedBy)) { Cut = true }, new("Status", c => StatusOf(c.RevokedAt)),
    ];

    private readonly IReadOnlyList<TableColumn<RepresentationRow>> grantColumns =
    [
        new("Client id", r => r.ClientId), new("Of", r => r.Intermediary) { Cut = true }, new("May", May), new("From", r => Ui.Show.Day(r.From)),
        new("To", r => r.To is { } last ? Ui.Show.Day(last) : "no end"), new("Status", r => StatusOf(r.RevokedAt)),
    ];

    private ApiAccessList? list;
    private SystemKind? making;
    private bool granting;
    private Ending? asked;

    protected override async Task ReadAsync(Actor actor)
    {
        var read = await List.HandleAsync(actor, Stop);
        list = read.Ok ? read.Value : list;
    }

    protected override Concern ConcernOf(LiveChange change) => change.Touches(HistorySubject.ApiAccess) ? Concern.Read : Concern.None;

    private static string Made(DateTime at, string by) => $"{Ui.Show.Instant(at)} by {by}";

    private static string May(RepresentationRow row)
    {
        string?[] may = [row.MayView ? "view" : null, row.MayCancel ? "cancel" : null, row.MayReject ? "reject" : null];
        return string.Join(", ", may.OfType<string>());
    }

    private static RenderFragment StatusOf(DateTime? revokedAt) => builder =>
    {
        builder.OpenComponent<Ui.Chip>(0);
        builder.AddComponentParameter(1, nameof(Ui.Chip.Text), revokedAt is { } at ? $"Revoked {Ui.Show.Instant(at)}" : "Active");
        builder.AddComponentParameter(2, nameof(Ui.Chip.Tone), revokedAt is null ? Ui.Tone.Good : Ui.Tone.Neutral);
        builder.CloseComponent();
    };

    private RenderFragment? Revoke(DateTime? revokedAt, string label, Action ask) => revokedAt is not null ? null : builder =>
    {
        builder.OpenComponent<Ui.BusyButton>(0);
        builder.AddComponentParameter(1, nameof(Ui.BusyButton.Icon), Ui.IconName.Delete);
        builder.AddComponentParameter(2, nameof(Ui.BusyButton.Label), label);
        builder.AddComponentParameter(3, nameof(Ui.BusyButton.Kind), Ui.ButtonKind.Quiet);
        builder.AddComponentParameter(4, nameof(Ui.BusyButton.OnClick), EventCallback.Factory.Create(this, ask));
        builder.CloseComponent();
    };

    private Ending Change(CredentialRow row) => new(
        "Revoke credential", $"Revoke {row.Username}? Systems that sign with it are refused from now on. This cannot be undone.", $"{row.Username} was revoked.",
        () => RevokeCredential.HandleAsync(Actor!, row.Id, Stop));

    private Ending Change(ClientRow row) => new(
        "Revoke client", $"Revoke {row.Name} ({row.ClientId})? Its tokens stop working, and it gets no new ones. This cannot be undone.", $"{row.Name} was revoked.",
        () => RevokeClient.HandleAsync(Actor!, row.Id, Stop));

    private Ending Change(RepresentationRow row) => new(
        "Revoke representation", $"Stop {row.ClientId} from acting for this merchant?", $"{row.ClientId} acts for this merchant no more.",
        () => RevokeGrant.HandleAsync(Actor!, row.Id, Stop));

    private sealed record Ending(string Title, string Question, string Notice, Func<Task<Outcome>> Run);
}
