using System.Net.WebSockets;
using System.Reflection;
using System.Security.Claims;
using System.Text;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Security;

/// <summary>A connection that is older than the end of its session opens and takes over no page.</summary>
public sealed class HubSessionsTests : IAsyncLifetime
{
    private const string Viewer = "vera@fpy.example";

    // The framework's own hub: were a method called otherwise one day, it would be found missing here.
    private static readonly Type PageHub =
        typeof(CircuitHandler).Assembly.GetType("Microsoft.AspNetCore.Components.Server.ComponentHub")!;

    private readonly TestWeb web = new();
    private long viewer;

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        viewer = await web.UserAsync(1, Viewer, Role.Viewer);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Theory]
    [InlineData("StartCircuit")]
    [InlineData("ConnectCircuit")]
    [InlineData("ResumeCircuit")]
    [InlineData("UpdateRootComponents")]
    public async Task What_opens_or_takes_over_a_page_is_refused_once_the_session_has_ended(string method)
    {
        var user = await SignedInAsync();
        var (before, after) = (new Caller(user), new Caller(user));

        (await CallAsync(before, method)).Should().Be("done");
        await LockAsync();
        var late = () => CallAsync(after, method);

        await late.Should().ThrowAsync<HubException>();
        (before.Aborted, after.Aborted).Should().Be((false, true));
    }

    [Fact]
    public async Task Who_is_not_signed_in_has_no_session_to_lose()
    {
        var caller = new Caller(new ClaimsPrincipal(new ClaimsIdentity()));

        (await CallAsync(caller, "StartCircuit")).Should().Be("done");
        caller.Aborted.Should().BeFalse();
    }

    [Fact]
    public async Task An_open_WebSocket_takes_over_no_page_after_a_lock()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = visitor.Cookies;
        await socket.ConnectAsync(new Uri($"ws://{new Uri(web.Address).Authority}/_blazor"), patience.Token);
        await socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, patience.Token);

        (await ConnectsAsync(socket, patience.Token)).Should().BeTrue("the hub answered that there is no such page");
        await LockAsync();

        (await ConnectsAsync(socket, patience.Token)).Should().BeFalse("the connection has ended");
    }

    [Fact]
    public async Task A_page_that_ended_does_not_come_back_with_an_older_connection()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var page = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var framework = (IHostEnvironmentAuthenticationStateProvider)page;
        var state = Task.FromResult(new AuthenticationState(await SignedInAsync()));
        framework.SetAuthenticationState(state);
        foreach (var handler in scope.ServiceProvider.GetServices<CircuitHandler>()
            .Where(h => h.GetType().Assembly == typeof(HubSessions).Assembly))
        {
            await handler.OnCircuitOpenedAsync(null!, default);
        }

        var ended = new TaskCompletionSource();
        page.AuthenticationStateChanged += _ => ended.TrySetResult();

        await LockAsync();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        framework.SetAuthenticationState(state);

        (await page.GetAuthenticationStateAsync()).User.ToActor().Should().BeNull();
    }

    private async Task LockAsync() =>
        (await web.Get<LockUser>().HandleAsync(Actor.System(1), viewer, default)).Ok.Should().BeTrue();

    private async Task<ClaimsPrincipal> SignedInAsync()
    {
        var user = await web.ReadAsync(db => db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == viewer));
        var session = (await web.Get<OpenSession>().HandleAsync(user, SignInMethod.Password, UserData.Office, default)).Value;
        return new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ActorClaims.UserId, $"{user.Id}"),
            new Claim(ActorClaims.UserName, user.Name),
            new Claim(ActorClaims.UserRole, $"{user.Role}"),
            new Claim(ActorClaims.MerchantId, $"{user.MerchantId}"),
            new Claim(ActorClaims.SessionId, $"{session.Id}"),
            new Claim(ActorClaims.SessionSecret, session.Secret),
        ], "test"));
    }

    private async Task<object?> CallAsync(Caller caller, string method)
    {
        using var hub = new NoHub();
        var called = PageHub.GetMethod(method, BindingFlags.Public | BindingFlags.Instance);
        called.Should().NotBeNull("the hub has {0}", method);
        return await web.Get<HubSessions>().InvokeMethodAsync(
            new HubInvocationContext(caller, web.Services, hub, called!, []), _ => ValueTask.FromResult<object?>("done"));
    }

    // The hub's own protocol, by hand: [1, {}, "1", "ConnectCircuit", ["abc"]] is answered by [3, {}, "1", 3, false], each with its length.
    private static async Task<bool> ConnectsAsync(ClientWebSocket socket, CancellationToken stop)
    {
        byte[] call = [25, 0x95, 1, 0x80, 0xA1, (byte)'1', 0xAE, .. "ConnectCircuit"u8, 0x91, 0xA3, .. "abc"u8];
        byte[] answer = [0x95, 3, 0x80, 0xA1, (byte)'1', 3, 0xC2];
        var piece = new byte[4096];
        try
        {
            await socket.SendAsync(call, WebSocketMessageType.Binary, true, stop);
            while (await socket.ReceiveAsync(piece, stop) is { MessageType: not WebSocketMessageType.Close } got)
            {
                if (piece.AsSpan(0, got.Count).IndexOf(answer) >= 0)
                {
                    return true;
                }
            }
        }
        catch (WebSocketException)
        {
            // Cut off.
        }

        return false;
    }

    private sealed class NoHub : Hub;

    private sealed class Caller(ClaimsPrincipal user) : HubCallerContext
    {
        public bool Aborted { get; private set; }

        public override string ConnectionId => "1";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User => user;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => Aborted = true;
    }
}
