using System.Runtime.CompilerServices;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>More invoices than a test could make one by one: copies of one row, written by the database.</summary>
internal static class ManyInvoices
{
    private static readonly string[] Unlike = ["Id", "Number", "TaxNumber", "CustomerName", "InvoiceDate", "DocumentId", "Status"];

    /// <summary>
    /// Numbers <c>INV-{code}-{10000001…}</c>; every twentieth customer is Maju, every fourth invoice a draft;
    /// a month of days from 1 March 2023.
    /// </summary>
    public static async Task FillAsync(this TestDb db, GivenMerchant merchant, string code, int count)
    {
        var pattern = await merchant.InvoiceAsync(InvoiceStatus.Unpaid, number: $"PATTERN-{code}");
        await db.ReadAsync(d => CopyAsync(d, pattern, code, count));
    }

    private static Task<int> CopyAsync(BillingDb db, Invoice pattern, string code, int count)
    {
        var kept = db.Model.FindEntityType(typeof(Invoice))!.GetProperties()
            .Where(p => p.ValueGenerated != ValueGenerated.OnAddOrUpdate).Select(p => p.Name).Except(Unlike).ToList();
        var columns = string.Join(", ", kept.Select(c => $"\"{c}\""));
        var values = string.Join(", ", kept.Select(c => $"t.\"{c}\""));
        var day = db is PostgresBillingDb ? "date '2023-03-01' + (n.i % 30)::int" : "date('2023-03-01', '+' || (n.i % 30) || ' days')";
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create($$"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
            INSERT INTO "Invoices" ("Number", "CustomerName", "InvoiceDate", "Status", {{columns}})
            SELECT 'INV-{{code}}-' || (10000000 + n.i),
                CASE WHEN n.i % 20 = 0 THEN 'PT Maju ' ELSE 'CV Sinar ' END || (n.i % 100),
                {{day}}, CASE WHEN n.i % 4 = 0 THEN 'Draft' ELSE 'Unpaid' END, {{values}}
            FROM n CROSS JOIN "Invoices" t WHERE t."Id" = {1} ORDER BY n.i
            """, count, pattern.Id));
    }
}
