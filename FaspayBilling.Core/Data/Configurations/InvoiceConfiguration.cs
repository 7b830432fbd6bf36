using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> invoice)
    {
        invoice.ToTable("Invoices");
        invoice.HasQueryFilter(i => i.DeletedAt == null);
        invoice.Property(i => i.Number).HasMaxLength(40);
        invoice.Property(i => i.CustomerName).HasMaxLength(200);
        invoice.Property(i => i.CustomerNpwp).HasMaxLength(16);
        invoice.Property(i => i.Subject).HasMaxLength(200);
        invoice.Property(i => i.TransactionCode).HasMaxLength(2);
        invoice.Property(i => i.AdditionalInfo).HasMaxLength(8);
        invoice.Property(i => i.FacilityStamp).HasMaxLength(8);
        invoice.Property(i => i.SupportingDocument).HasMaxLength(100);
        invoice.Property(i => i.Header).HasMaxLength(2_000);
        invoice.Property(i => i.Notes).HasMaxLength(2_000);
        invoice.Property(i => i.CoretaxNumber).HasMaxLength(17);
        invoice.Property(i => i.BillKey).HasMaxLength(40);
        invoice.Property(i => i.TransactionNumber).HasMaxLength(40);
        invoice.Property(i => i.TransactionHash).HasMaxLength(64);
        invoice.Property(i => i.ExportedBy).HasMaxLength(100);
        invoice.Property(i => i.DocumentId).HasMaxLength(26);
        invoice.Property(i => i.CancelReason).HasMaxLength(300);
        invoice.Property(i => i.RejectReason).HasMaxLength(300);
        invoice.Property<decimal>(InvoiceColumns.SignedTotal).HasComputedColumnSql(InvoiceColumns.SignedTotalSql);
        invoice.Property<decimal>(InvoiceColumns.Balance).HasComputedColumnSql(InvoiceColumns.BalanceSql);
        invoice.HasOne<Merchant>().WithMany().HasForeignKey(i => i.MerchantId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasOne<Invoice>().WithMany().HasForeignKey(i => i.RefersToId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasOne<Merchant>().WithMany().HasForeignKey(i => i.CounterpartyMerchantId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasOne<BillingCredential>().WithMany().HasForeignKey(i => i.BillingCredentialId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasMany(i => i.Lines).WithOne().HasForeignKey(l => l.InvoiceId);
        invoice.HasMany(i => i.Payments).WithOne().HasForeignKey(p => p.InvoiceId);
        Index(invoice);
    }

    private static void Index(EntityTypeBuilder<Invoice> invoice)
    {
        invoice.HasIndex(i => new { i.MerchantId, i.Number }).IsUnique();
        invoice.HasIndex(i => new { i.MerchantId, i.TaxNumber }).IsUnique();
        invoice.HasIndex(i => i.DocumentId).IsUnique();
        invoice.HasIndex(i => i.BillKey).IsUnique();
        invoice.HasIndex(i => new { i.MerchantId, i.TransactionNumber }).IsUnique();
        invoice.HasIndex(i => new { i.MerchantId, i.CoretaxNumber });

        // One index per way the list sorts, the hidden rows first left out; counts are read from them too.
        invoice.HasIndex(i => new { i.MerchantId, i.DeletedAt, i.InvoiceDate, i.Id });
        invoice.HasIndex(i => new { i.MerchantId, i.DeletedAt, i.Status, i.InvoiceDate, i.Id });
        invoice.HasIndex(i => new { i.MerchantId, i.DeletedAt, i.Due, i.Id });
        invoice.HasIndex(i => new { i.MerchantId, i.DeletedAt, i.CustomerName, i.Id });
        invoice.HasIndex(nameof(Invoice.MerchantId), nameof(Invoice.DeletedAt), InvoiceColumns.SignedTotal, nameof(Invoice.Id));
        invoice.HasIndex(nameof(Invoice.MerchantId), nameof(Invoice.DeletedAt), InvoiceColumns.Balance, nameof(Invoice.Id));
        invoice.HasIndex(i => new { i.MerchantId, i.DeletedAt, i.DocumentType, i.InvoiceDate, i.Id });

        // Get List Invoice's order; its pages are counted off in the index alone.
        invoice.HasIndex(i => new { i.MerchantId, i.DeletedAt, i.InvoiceDate, i.Due, i.Number, i.Status, i.DocumentType });
        invoice.HasIndex(i => new { i.CustomerId, i.DeletedAt, i.InvoiceDate, i.Due, i.Number });
        invoice.HasIndex(i => new { i.Status, i.Due });
        invoice.HasIndex(i => new { i.MerchantId, i.IssuedAt });
        invoice.HasIndex(i => new { i.CounterpartyMerchantId, i.IssuedAt });
    }
}
