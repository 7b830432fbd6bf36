using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Accounts;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Features.DocumentApi;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features;

/// <summary>
/// By whatever door a text comes in, nothing of it is stored that nobody sees or that turns others round (docs/rules.md 12). A new door
/// is added here.
/// </summary>
public sealed partial class TextDoorsTests
{
    // "Budi", and between its letters every kind of what is to go.
    private const string Hidden = "\u202eBu\u2066\u200b\u200f\ufeff\U000E0041\u00addi\u202c";
    private const string Controls = "Bu\u0007\u001bdi";
    private const string Invisible = "\u202e\u200b\u2060";

    // The tag is a pair of surrogates, of which the first is enough.
    private static readonly char[] Hostile =
        ['\u202e', '\u202c', '\u2066', '\u200b', '\u2060', '\u200f', '\ufeff', '\u00ad', '\udb40', '\u0007', '\u001b'];

    private static readonly Dictionary<string, Func<TestDb, GivenMerchant, string, Task>> Doors = new(StringComparer.Ordinal)
    {
        ["a customer's form"] = (db, fpy, text) => db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, Customer(text), 0, default),
        ["a customer's import"] = ImportAsync,
        ["a customer group"] = (db, fpy, text) => db.Get<SaveCustomerGroup>().HandleAsync(fpy.Finance, null, text, 0, default),
        ["an invoice's form"] = async (db, fpy, text) => await db.Get<SaveInvoice>().HandleAsync(
            fpy.Finance,
            (await fpy.ContentAsync()) with
            {
                Subject = text,
                Header = text,
                Notes = text,
                SupportingDocument = text,
                Lines = [InvoiceLineInput.Empty with { Name = text, Unit = text, Price = 1_000 }],
            },
            AfterSave.Keep,
            null,
            default),
        ["a payment's note"] = async (db, fpy, text) => await db.Get<RecordPayment>().HandleAsync(
            fpy.Finance,
            (await fpy.InvoiceAsync()).Number,
            new PaymentInput(1m, new DateOnly(2026, 11, 16), PaymentRules.Methods[0], text),
            default),
        ["a reason to cancel"] = async (db, fpy, text) =>
            await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, (await fpy.InvoiceAsync()).Number, text, default),
        ["a note of the document API"] = async (db, fpy, text) => await db.Get<AddDocument>().HandleAsync(
            fpy.Finance,
            new DocumentInput(DocumentType.CreditNote, (await fpy.InvoiceAsync()).Number, null, text, [new(text, 1, 1)]),
            default),
        ["an uploaded file"] = async (db, fpy, text) => await db.Get<UploadAttachment>().HandleAsync(
            fpy.Finance, (await fpy.InvoiceAsync()).Number, $"{text}.pdf", Zip.Pdf(), new() { Description = text }, default),
        ["the name of a PDF in a zip"] = async (db, fpy, text) =>
            await db.Get<UploadTaxFiles>().HandleAsync(fpy.Finance, Zip.Of(($"{text}.pdf", Zip.Pdf())), null, default),
        ["Coretax's list"] = ReadBackAsync,
        ["the merchant"] = (db, fpy, text) => db.Get<SaveMerchant>().HandleAsync(fpy.Admin, Merchant(text), default),
        ["how to pay"] = (db, fpy, text) => db.Get<SavePaymentInstructions>().HandleAsync(fpy.Admin, text, 0, default),
        ["an API client"] = (db, fpy, text) => db.Get<MakeApiClient>().HandleAsync(fpy.Admin, text, default),
        ["an invitation"] = (db, fpy, text) => db.Get<InviteUser>().HandleAsync(fpy.Admin, Invitation(text), default),
        ["an accepted invitation"] = async (db, fpy, text) => await db.Get<AcceptInvitation>().HandleAsync(
            GivenLink.SecretOf(await db.InviteAsync(fpy)), text, DemoAccess.Password, Language.English, UserData.Office, default),
        ["what somebody tried who may not"] = (db, fpy, text) =>
            db.Get<InviteUser>().HandleAsync(fpy.Viewer, Invitation("x") with { Email = $"{text}@fpy.example" }, default),
        ["a set-up"] = async (db, _, text) => await db.Get<CompleteSetup>().HandleAsync(await SetupAsync(db, text, text), default),
        ["a bill of the billing API"] = async (db, fpy, text) => await (await db.SystemAsync(fpy)).CreateAsync(
            "1001",
            GivenSystem.Request with { CustomerName = text, CustomerAddress = text, Notes = text, Items = [new(text, 1, 10_000)] }),
    };

    private static readonly Dictionary<string, Func<TestDb, GivenMerchant, Task<Outcome>>> Required = new(StringComparer.Ordinal)
    {
        ["customer.name"] = async (db, fpy) =>
            await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Company with { Name = Invisible }, 0, default),
        ["invoice.line-name"] = async (db, fpy) => await db.Get<SaveInvoice>().HandleAsync(
            fpy.Finance,
            (await fpy.ContentAsync()) with { Lines = [InvoiceLineInput.Empty with { Name = Invisible, Price = 1_000 }] },
            AfterSave.Keep,
            null,
            default),
        ["merchant.name"] = async (db, fpy) => await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, Merchant(Invisible), default),
        ["api-client.name"] = async (db, fpy) => await db.Get<MakeApiClient>().HandleAsync(fpy.Admin, Invisible, default),
        ["user.name"] = async (db, fpy) => await db.Get<InviteUser>().HandleAsync(fpy.Admin, Invitation(Invisible), default),
        ["bill.customer"] = async (db, fpy) => await (await db.SystemAsync(fpy)).CreateAsync(
            "1001", GivenSystem.Request with { CustomerName = Invisible }),
    };

    public static TheoryData<string> Names => [.. Doors.Keys];

    public static TheoryData<string> Codes => [.. Required.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task What_nobody_sees_is_not_stored(string door) => await StoresNothingHostileAsync(door, Hidden);

    [Theory, MemberData(nameof(Names))]
    public async Task Control_characters_are_not_stored(string door) => await StoresNothingHostileAsync(door, Controls);

    [Theory, MemberData(nameof(Codes))]
    public async Task A_name_of_which_nothing_is_seen_is_none(string code)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await Required[code](db, fpy)).Refusal!.Code.Should().Be(code);
    }

    [Fact]
    public async Task A_set_up_needs_names_that_are_seen()
    {
        await using var db = await TestDb.MakeAsync();

        (await db.Get<CompleteSetup>().HandleAsync(await SetupAsync(db, Invisible, Invisible), default)).Refusals
            .Select(r => r.Code).Should().Equal("merchant.name", "user.name");
    }

    [Fact]
    public async Task A_reason_over_the_document_API_keeps_what_is_seen_and_needs_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var receiver = await db.ReceiverAsync();
        var document = await fpy.DocumentForAsync(receiver);
        var caller = await db.OwnCallerAsync(receiver);

        var nothing = await db.Get<RejectDocument>().HandleAsync(caller, new(document.DocumentId!, Invisible, "1"), default);
        var said = await db.Get<RejectDocument>().HandleAsync(caller, new(document.DocumentId!, Hidden, "2"), default);

        nothing.Refusal!.Code.Should().Be("cancel.reason");
        said.Ok.Should().BeTrue();
        Bad(await TextsAsync(db)).Should().BeEmpty();
        (await db.StoredAsync(document)).RejectReason.Should().Be("Budi");
    }

    private static async Task StoresNothingHostileAsync(string door, string text)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        await Doors[door](db, fpy, text);

        var stored = await TextsAsync(db);
        Bad(stored).Should().BeEmpty();

        // A door that let nothing in would prove nothing.
        stored.Should().Contain(s => Seen().IsMatch(s));
    }

    private static IEnumerable<string> Bad(IEnumerable<string> stored) => stored.Where(s => s.IndexOfAny(Hostile) >= 0);

    private static CustomerInput Customer(string text) => GoodCustomer.Company with
    {
        Name = text,
        Address = text,
        AdditionalInfo = text,
        NpwpName = text,
        NpwpAddress = text,
    };

    private static MerchantRequest Merchant(string text) =>
        new(text, "FPY", "", "", text, Language.English, Logo: null, RemoveLogo: false, Version: 0);

    private static InviteRequest Invitation(string name) => new("budi@fpy.example", name, Role.Viewer);

    private static async Task<SetupRequest> SetupAsync(TestDb db, string merchant, string name) => new(
        GivenLink.SecretOf(await db.Get<OfferSetup>().HandleAsync(default)),
        merchant,
        "TKB",
        name,
        "budi@tkb.example",
        DemoAccess.Password);

    private static async Task ImportAsync(TestDb db, GivenMerchant fpy, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"Name;Email;Address;Group\n{text};budi@x.example;{text};{text}"));
        var import = (await db.Get<ReadCustomerImport>().HandleAsync(fpy.Finance, file, default)).Value;
        await db.Get<ImportCustomers>().HandleAsync(fpy.Finance, import.Rows, null, default);
    }

    private static async Task ReadBackAsync(TestDb db, GivenMerchant fpy, string text)
    {
        var preview = await db.PreviewAsync(fpy, CoretaxFile.Row("04002600000000001", "APPROVED", text, buyer: text));
        await db.Get<ApplyCoretaxList>().HandleAsync(fpy.Finance, $"{text}.xlsx", preview.Readable, null, default);
    }

    /// <summary>Every text of every table; what JSON writes as \uXXXX is read.</summary>
    private static async Task<IReadOnlyList<string>> TextsAsync(TestDb db)
    {
        var path = await db.ReadAsync(d => Task.FromResult(d.Database.GetConnectionString()));
        await using var connection = new SqliteConnection(path);
        await connection.OpenAsync();
        var texts = new List<string>();
        foreach (var table in await ReadAsync(
            connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"))
        {
            texts.AddRange(await ReadAsync(connection, $"SELECT * FROM \"{table}\""));
        }

        return texts;
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.AddRange(
                Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).OfType<string>().Select(t => Escaped().Replace(t, Letter)));
        }

        return texts;
    }

    private static string Letter(Match escaped) =>
        ((char)int.Parse(escaped.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escaped();

    // Control characters become a blank; the name of a file in a zip is shown with marks in their place.
    [GeneratedRegex("Bu[ ?]*di")]
    private static partial Regex Seen();
}
