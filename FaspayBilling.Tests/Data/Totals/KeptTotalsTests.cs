using CsCheck;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Properties;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Tests.Data.Totals;

public sealed class KeptTotalsTests
{
    private const int Lives = 12;

    [Theory, OnSqlite, OnPostgres]
    public async Task After_every_step_of_a_merchants_life_the_totals_are_what_its_rows_add_up_to(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var random = new PCG(1, 20261128UL);
        for (var n = 0; n < Lives; n++)
        {
            var life = await Life.BeginAsync(db);
            foreach (var step in Step.Lives.Generate(random, null, out _))
            {
                await life.TryAsync(step, await life.FactsAsync());

                await FreshTotals.ShouldBeKeptAsync(db, because: $"of {step} in life {n}");
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_migration_that_goes_back_leaves_no_trigger_and_one_that_comes_again_counts_anew(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.InvoiceAsync();
        await using var context = await db.Dbs.CreateDbContextAsync();
        var migrator = context.GetService<IMigrator>();
        var migrations = context.Database.GetMigrations().ToList();
        var kept = migrations.FindIndex(m => m.EndsWith("_KeptTotals", StringComparison.Ordinal));

        await migrator.MigrateAsync(migrations[kept - 1]);
        await fpy.InvoiceAsync();
        await db.ReadAsync(d => d.Set<Invoice>().ExecuteUpdateAsync(s => s.SetProperty(i => i.Outstanding, 7m)));
        await migrator.MigrateAsync();

        await FreshTotals.ShouldBeKeptAsync(db, because: "they were filled from the rows");
        await fpy.InvoiceAsync();
        await FreshTotals.ShouldBeKeptAsync(db, because: "the triggers are there again");
    }

    [Theory, OnPostgres]
    public async Task Thousands_of_rows_changed_by_one_statement_cost_no_square_also_after_one_row_was(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await db.FillAsync(fpy, "FPY", 6_000);
        await using var context = await db.Dbs.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        var one = await context.Set<Invoice>().MinAsync(i => i.Id);
        await context.Set<Invoice>().Where(i => i.Id == one).ExecuteUpdateAsync(s => s.SetProperty(i => i.Subject, "one"));

        // By the square it would take this long many times over.
        context.Database.SetCommandTimeout(TimeSpan.FromSeconds(20));
        await context.Set<Invoice>().ExecuteUpdateAsync(s => s.SetProperty(i => i.Outstanding, 7m));
        await context.Set<Invoice>().ExecuteUpdateAsync(s => s.SetProperty(i => i.Subject, "all"));

        await FreshTotals.ShouldBeKeptAsync(db, because: "all have another open amount");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Statements_over_many_rows_keep_them_too(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await db.FillAsync(fpy, "FPY", 90);
        foreach (var status in InvoiceStatuses.All)
        {
            await fpy.InvoiceAsync(status);
            await fpy.InvoiceAsync(status, taxed: false);
        }

        await FreshTotals.ShouldBeKeptAsync(db, because: "many were made");
        await db.ReadAsync(d => d.Set<Payment>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Date, new DateOnly(2026, 11, 30))));
        await FreshTotals.ShouldBeKeptAsync(db, because: "all payments moved");
        await db.ReadAsync(d => d.Set<Invoice>().Where(i => i.Status == InvoiceStatus.Unpaid)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.Status, InvoiceStatus.Overdue)));
        await FreshTotals.ShouldBeKeptAsync(db, because: "all that were unpaid are overdue");
        await db.ReadAsync(d => d.Set<Invoice>().Where(i => i.Id % 3 == 0)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.InvoiceDate, new DateOnly(2025, 12, 31)).SetProperty(i => i.Outstanding, 7m)));
        await FreshTotals.ShouldBeKeptAsync(db, because: "every third has another date");
        await db.ReadAsync(d => d.Set<Invoice>().Where(i => i.Id % 5 == 0)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ExportedAt, db.Clock.GetUtcNow().UtcDateTime)));
        await FreshTotals.ShouldBeKeptAsync(db, because: "every fifth is exported");
        await db.ReadAsync(d => d.Set<Invoice>().Where(i => i.Id % 7 == 0)
            .ExecuteUpdateAsync(s => s
                .SetProperty(i => i.CoretaxNumber, "04002600000000001")
                .SetProperty(i => i.TaxNumber, (TaxNumber?)null)));
        await FreshTotals.ShouldBeKeptAsync(db, because: "every seventh is in Coretax");
        await db.ReadAsync(d => d.Set<Payment>().ExecuteDeleteAsync());
        await FreshTotals.ShouldBeKeptAsync(db, because: "all payments are gone");
        await db.ReadAsync(d => d.Set<Invoice>().Where(i => i.Id % 2 == 0)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.DeletedAt, db.Clock.GetUtcNow().UtcDateTime)));
        await FreshTotals.ShouldBeKeptAsync(db, because: "every second is deleted");
        await db.ReadAsync(d => d.Set<Invoice>()
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.DeletedAt, db.Clock.GetUtcNow().UtcDateTime)));

        (await db.ReadAsync(d => d.Set<InvoiceTotal>().AnyAsync())).Should().BeFalse("a total of nothing is no row");
        (await db.ReadAsync(d => d.Set<CustomerTotal>().AnyAsync())).Should().BeFalse();
        (await db.ReadAsync(d => d.Set<AgingTotal>().AnyAsync())).Should().BeFalse();
        (await db.ReadAsync(d => d.Set<TaxTotal>().AnyAsync())).Should().BeFalse();
        (await db.ReadAsync(d => d.Set<UploadTotal>().AnyAsync())).Should().BeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_closes_the_gap_of_its_invoice_and_a_replaced_one_does_not(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync("000-26.00000001");
        await fpy.ExportableAsync("000-26.00000002");

        await db.Get<UploadTaxFiles>().HandleAsync(fpy.Finance, Zip.Of((Zip.Name("0002600000001"), Zip.Pdf())), null, default);

        await FreshTotals.ShouldBeKeptAsync(db);
        (await db.ReadAsync(d => d.Set<TaxGap>().CountAsync())).Should().Be(1);
        await db.ReadAsync(d => d.Set<Core.Domain.TaxOffice.Files.TaxFile>()
            .ExecuteUpdateAsync(s => s.SetProperty(f => f.ReplacedAt, db.Clock.GetUtcNow().UtcDateTime)));
        await FreshTotals.ShouldBeKeptAsync(db);
        (await db.ReadAsync(d => d.Set<TaxGap>().CountAsync())).Should().Be(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Documents_that_are_not_owed_are_counted_and_open_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var buyer = await fpy.CustomerAsync();
        foreach (var type in DocumentTypes.All)
        {
            await db.AddAsync(new Support.TestInvoice { MerchantId = fpy.Id, Number = $"{type}", Type = type, DocumentId = $"{type}" }
                .For(buyer).Issued());
        }

        await FreshTotals.ShouldBeKeptAsync(db);
        (await db.ReadAsync(d => d.Set<AgingStep>().CountAsync())).Should().Be(2, "an invoice and a debit note are owed");
    }
}
