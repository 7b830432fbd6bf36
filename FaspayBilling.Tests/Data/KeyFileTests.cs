using System.Runtime.Versioning;
using System.Security.Cryptography;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Keys;
using FaspayBilling.Core.Upkeep;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data;

/// <summary>The file that protects the keys of the installation where no certificate does.</summary>
public sealed class KeyFileTests : IDisposable
{
    private const string Setting = "DataProtection:KeyFile";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-keys-");

    private string KeyFile => Path.Combine(folder.FullName, "faspay.key");

    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_made_once_and_keeps_the_keys_unreadable_in_the_database(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: new() { [Setting] = KeyFile });
        await using var another = db.AnotherNode();

        await StartAsync(db);
        var made = await File.ReadAllTextAsync(KeyFile);
        var secret = Protector(db).Protect("secret");
        await StartAsync(another);

        (await db.KeysAsync()).Should().ContainSingle().Which.Should().Contain("encryptedByKeyFile").And.NotContain("<masterKey");
        Protector(another).Unprotect(secret).Should().Be("secret");
        (await File.ReadAllTextAsync(KeyFile)).Should().Be(made);
        Directory.GetFiles(folder.FullName).Should().Equal(KeyFile);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task No_other_account_of_the_machine_reads_it()
    {
        await using var db = await TestDb.MakeAsync(extra: new() { [Setting] = KeyFile });

        await StartAsync(db);
        File.GetUnixFileMode(KeyFile).Should().Be(FileModes.OwnFile);
        File.SetUnixFileMode(KeyFile, FileModes.ForAll);
        await StartAsync(db);

        File.GetUnixFileMode(KeyFile).Should().Be(FileModes.OwnFile);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keys_that_an_earlier_version_left_readable_are_encrypted_and_open_their_secrets(Database database)
    {
        await using var former = await TestDb.MakeAsync(database);
        var secret = Protector(former).Protect("secret");
        (await former.KeysAsync()).Should().ContainSingle().Which.Should().Contain("<masterKey");

        await using var db = With(former, KeyFile);
        await StartAsync(db);

        (await db.KeysAsync()).Should().ContainSingle().Which.Should().NotContain("<masterKey").And.Contain("encryptedSecret");
        Protector(db).Unprotect(secret).Should().Be("secret");
    }

    [Fact]
    public async Task Nothing_of_a_key_that_was_readable_stays_in_the_file_of_the_database_or_in_its_log()
    {
        await using var former = await TestDb.MakeAsync();
        Protector(former).Protect("secret");
        var readable = await former.ReadableAsync();
        (await former.HoldsAsync(readable)).Should().BeTrue("else nothing would be looked for");

        await using var db = With(former, KeyFile);
        await StartAsync(db);

        (await db.HoldsAsync(readable)).Should().BeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_node_without_it_refuses_to_start_and_says_which_file_is_missing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: new() { [Setting] = KeyFile });
        await StartAsync(db);
        File.Delete(KeyFile);
        await using var another = db.AnotherNode();

        (await WhyNotAsync(another)).Should().Contain($"is missing: {KeyFile}").And.Contain(Setting).And.NotContain("\n");

        File.Exists(KeyFile).Should().BeFalse("a new one would hide that the old one is lost");
        (await db.KeysAsync()).Should().ContainSingle("no key is made beside those that cannot be read");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_node_with_another_one_refuses_to_start(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: new() { [Setting] = KeyFile });
        await StartAsync(db);
        var other = Path.Combine(folder.FullName, "other.key");
        await File.WriteAllTextAsync(other, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await using var another = With(db, other);

        (await WhyNotAsync(another)).Should().Contain($"is not {other}").And.Contain(Setting).And.NotContain("\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("c2hvcnQ=")]
    public async Task A_file_that_is_none_refuses_the_start_and_stays_as_it_is(string content)
    {
        await File.WriteAllTextAsync(KeyFile, content);
        await using var db = await TestDb.MakeAsync(extra: new() { [Setting] = KeyFile });

        (await WhyNotAsync(db)).Should().Contain(KeyFile).And.Contain("cannot be used").And.NotContain("\n");

        (await File.ReadAllTextAsync(KeyFile)).Should().Be(content);
    }

    [Fact]
    public async Task Where_it_cannot_be_made_the_start_is_refused_with_one_sentence()
    {
        await File.WriteAllTextAsync(KeyFile, "a file where a folder should be");
        await using var db = await TestDb.MakeAsync(extra: new() { [Setting] = Path.Combine(KeyFile, "faspay.key") });

        (await WhyNotAsync(db)).Should().Contain("cannot be written").And.Contain(Setting).And.NotContain("\n");
    }

    [Fact]
    public async Task A_key_that_somebody_changed_refuses_the_start()
    {
        await using var db = await TestDb.MakeAsync(extra: new() { [Setting] = KeyFile });
        await StartAsync(db);
        await db.ReadAsync(async d =>
        {
            var key = await d.DataProtectionKeys.SingleAsync();
            var xml = key.Xml!;
            var at = xml.IndexOf('>', xml.IndexOf("<encryptedByKeyFile", StringComparison.Ordinal)) + 20;
            key.Xml = $"{xml[..at]}{(xml[at] == 'A' ? 'B' : 'A')}{xml[(at + 1)..]}";
            return await d.SaveChangesAsync();
        });
        await using var another = db.AnotherNode();

        (await WhyNotAsync(another)).Should().Contain("cannot be read").And.NotContain("\n");
    }

    [Fact]
    public async Task None_is_made_where_none_is_asked_for()
    {
        await using var db = await TestDb.MakeAsync();

        await StartAsync(db);

        Directory.GetFiles(db.Folder, "*.key").Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_names_the_only_algorithms_that_make_and_open_what_it_protects()
    {
        await using var db = await TestDb.MakeAsync(extra: new() { [Setting] = KeyFile });

        await StartAsync(db);

        (await db.KeysAsync()).Should().ContainSingle().Which.Should().Contain("\"AES_256_CBC\"").And.Contain("\"HMACSHA256\"");
    }

    [Fact]
    public async Task A_backup_says_that_it_is_kept_apart()
    {
        await using var db = await TestDb.MakeAsync(extra: new() { [Setting] = KeyFile });
        await using var open = await TestDb.MakeAsync();

        db.Get<DatabaseBackup>().Lacks.Should().StartWith($"Not in it: the key file {KeyFile}.");
        open.Get<DatabaseBackup>().Lacks.Should().BeNull();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static TestDb With(TestDb db, string keyFile) => TestDb.Open(new(db.Settings) { [Setting] = keyFile });

    private static IDataProtector Protector(TestDb db) => db.Get<IDataProtectionProvider>().CreateProtector("test");

    private static Task StartAsync(TestDb db) => db.Get<KeyRing>().StartAsync(default);

    private static async Task<string> WhyNotAsync(TestDb db) =>
        (await FluentActions.Awaiting(() => StartAsync(db)).Should().ThrowAsync<StartRefusedException>()).Which.Message;
}
