using System.Net;
using System.Net.Sockets;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaspayBilling.Tests.Data.Writing;

/// <summary>A server that is lost while it commits has done it, or not: nobody may say that nothing was changed.</summary>
public sealed class CutCommitTests
{
    [PostgresFact]
    public async Task Cut_off_during_the_commit_the_sentence_says_that_nobody_knows()
    {
        await using var made = await TestDb.MakeAsync(Database.Postgres);
        var sri = await made.SignedInAsync(await made.UserAsync(await made.Given.MerchantAsync(), "sri@fpy.example", Role.Finance));
        var straight = new NpgsqlConnectionStringBuilder(made.Settings["Database:ConnectionString"]);
        using var line = new CutLine(straight.Host!, straight.Port);
        await using var db = Over(line, straight);

        var cut = await AddAsync(db, sri);

        (cut.Refusal!.Code, cut.Refusal.Message.Key).Should().Be(("database.unavailable", "database.unavailable:unknown"));
        (await NamesAsync(made)).Should().Equal("done all the same");
    }

    [PostgresFact]
    public async Task Cut_off_during_the_commit_an_API_is_told_that_nobody_knows()
    {
        await using var made = await TestDb.MakeAsync(Database.Postgres);
        var fpy = await made.Given.MerchantAsync();
        var straight = new NpgsqlConnectionStringBuilder(made.Settings["Database:ConnectionString"]);
        using var line = new CutLine(straight.Host!, straight.Port);
        await using var db = Over(line, straight);

        var adding = () => AddAsync(db, Actor.System(fpy.Id));
        var cut = await adding.Should().ThrowAsync<DatabaseUnavailableException>();

        (cut.Which.Unknown, DatabaseFault.IsUnknown(cut.Which)).Should().Be((true, true));
        (await NamesAsync(made)).Should().Equal("done all the same");
    }

    private static TestDb Over(CutLine line, NpgsqlConnectionStringBuilder straight) => TestDb.Open(new()
    {
        ["Database:Provider"] = "Postgres",
        ["Database:ConnectionString"] = new NpgsqlConnectionStringBuilder(straight.ToString())
        {
            Host = "127.0.0.1", Port = line.Port, SslMode = SslMode.Disable,
        }.ToString(),
    });

    private static Task<Outcome> AddAsync(TestDb db, Actor actor) =>
        db.Write.RunAsync(actor, new AuditedAction(HistorySubject.Customer, "customer.add"), write =>
        {
            write.Db.Add(new Customer { MerchantId = actor.MerchantId, Number = 1, Name = "done all the same" });
            return Task.FromResult(Outcome.Done);
        }, default);

    private static Task<List<string>> NamesAsync(TestDb db) => db.ReadAsync(d => d.Set<Customer>().Select(c => c.Name).ToListAsync());

    /// <summary>The way to a server, which is cut when that has committed and before it can say so.</summary>
    private sealed class CutLine : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly (string Host, int Port) server;

        public CutLine(string host, int port)
        {
            server = (host, port);
            listener.Start();
            _ = TakeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Dispose() => listener.Dispose();

        private async Task TakeAsync()
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
            }
        }

        private async Task CarryAsync(TcpClient client)
        {
            using var here = client;
            using var there = new TcpClient();
            await there.ConnectAsync(server.Host, server.Port);
            // With the end of the text: READ COMMITTED is another word.
            var (asked, said) = (here.GetStream(), there.GetStream());
            var committing = false;
            await Task.WhenAny(
                CopyAsync(asked, said, bytes => committing |= bytes.IndexOf("COMMIT\0"u8) >= 0),
                CopyAsync(said, asked, _ => committing, isAnswer: true));
        }

        private static async Task CopyAsync(Stream from, Stream to, Look look, bool isAnswer = false)
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReadAsync(buffer) is var read and > 0)
            {
                if (look(buffer.AsSpan(0, read)) && isAnswer)
                {
                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }

        private delegate bool Look(ReadOnlySpan<byte> bytes);
    }
}
