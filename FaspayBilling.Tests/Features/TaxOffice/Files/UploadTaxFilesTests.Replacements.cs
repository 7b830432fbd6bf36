using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>Later files, replacements and duplicates.</summary>
public sealed partial class UploadTaxFilesTests
{
    [Fact]
    public async Task A_later_file_replaces_and_the_earlier_row_stays()
    {
        await OneAsync(Zip.Name(Digits), Zip.Pdf("first"));
        db.Clock.Advance(TimeSpan.FromDays(1));

        var line = await OneAsync(Zip.Name(Digits, code: "011", application: "20261117100000"), Zip.Pdf("second"));

        line.State.Should().Be(TaxFileResultState.Replaced);
        var files = await FilesAsync();
        files.Select(f => (f.Status, f.ReplacedAt.HasValue))
            .Should().Equal((TaxFileStatus.Normal, true), (TaxFileStatus.Replacement, false));
    }

    // Faspay documents it so: Normal is what was never replaced by a new one.
    [Fact]
    public async Task A_later_normal_file_of_a_number_makes_its_status_Replacement()
    {
        await OneAsync(Zip.Name(Digits), Zip.Pdf("first"));

        await OneAsync(Zip.Name(Digits, application: "20261117100000"), Zip.Pdf("second"));

        (await FilesAsync()).Select(f => (f.Status, f.ReplacedAt.HasValue))
            .Should().Equal((TaxFileStatus.Normal, true), (TaxFileStatus.Replacement, false));
    }

    [Fact]
    public async Task A_replacement_by_its_name_is_one_although_nothing_was_there()
    {
        var line = await OneAsync(Zip.Name(Digits, code: "011"), Zip.Pdf());

        line.State.Should().Be(TaxFileResultState.Stored);
        (await FilesAsync()).Single().Status.Should().Be(TaxFileStatus.Replacement);
    }

    [Fact]
    public async Task Of_both_in_one_zip_the_replacement_is_the_current_one_whatever_their_order()
    {
        var lines = (await UploadAsync(Zip.Of((Zip.Name(Digits, code: "011"), Zip.Pdf("new")), (Zip.Name(Digits), Zip.Pdf("old"))))).Value;

        lines.Select(l => l.State).Should().Equal(TaxFileResultState.Replaced, TaxFileResultState.Stored);
        (await BytesAsync((await FilesAsync()).Single(f => f.ReplacedAt is null))).Should().Equal(Zip.Pdf("new"));
    }

    [Fact]
    public async Task The_same_file_again_is_a_duplicate_also_after_it_was_replaced()
    {
        await OneAsync(Zip.Name(Digits), Zip.Pdf("first"));
        (await OneAsync(Zip.Name(Digits), Zip.Pdf("first"))).Refusal!.Code.Should().Be("file.duplicate");
        await OneAsync(Zip.Name(Digits, code: "011"), Zip.Pdf("second"));

        (await OneAsync(Zip.Name(Digits), Zip.Pdf("first"))).Refusal!.Code.Should().Be("file.duplicate");

        (await FilesAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_same_dialog_sent_again_stores_nothing_more_and_answers_the_same()
    {
        var sent = fpy.Finance with { Form = new SentForm("one-opened-dialog") };
        (string, byte[])[] content = [(Zip.Name(Digits), Zip.Pdf()), ("notes.txt", [1])];

        var first = (await UploadAsync(Zip.Of(content), sent)).Value;
        var again = (await UploadAsync(Zip.Of(content), sent)).Value;

        first.Select(l => l.State).Should().Equal(TaxFileResultState.Stored, TaxFileResultState.Refused);
        again.Should().Equal(first);
        (await FilesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Another_zip_in_the_same_dialog_is_other_work()
    {
        var sent = fpy.Finance with { Form = new SentForm("one-opened-dialog") };

        await UploadAsync(Zip.Of((Zip.Name(Digits), Zip.Pdf("first"))), sent);
        await UploadAsync(Zip.Of((Zip.Name(Digits), Zip.Pdf("second"))), sent);

        (await FilesAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_name_twice_in_one_zip_is_a_duplicate()
    {
        var lines = (await UploadAsync(Zip.Of((Zip.Name(Digits), Zip.Pdf("one")), ($"copy/{Zip.Name(Digits)}", Zip.Pdf("two"))))).Value;

        lines.Select(l => l.Refusal?.Code).Should().Equal(null, "file.duplicate");
    }
}
