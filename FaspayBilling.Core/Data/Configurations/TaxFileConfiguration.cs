using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class TaxFileConfiguration : IEntityTypeConfiguration<TaxFile>
{
    private const string Current = "\"ReplacedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<TaxFile> file)
    {
        file.ToTable("TaxFiles");
        file.Property(f => f.FileName).HasMaxLength(100);
        file.Property(f => f.EmailReason).HasMaxLength(500);
        file.Property(f => f.UploadedBy).HasMaxLength(100);
        file.HasOne<Invoice>().WithMany().HasForeignKey(f => f.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<FileContent>().WithMany().HasForeignKey(f => f.ContentId).OnDelete(DeleteBehavior.Restrict);

        file.Property(f => f.CoretaxNumber).HasMaxLength(17);

        // One current file per number; the replaced ones stay.
        file.HasIndex(f => new { f.MerchantId, f.TaxNumber }).IsUnique().HasFilter(Current);
        file.HasIndex(f => new { f.MerchantId, f.CoretaxNumber }).IsUnique().HasFilter(Current);

        // One index per way the list sorts; it shows the current files only.
        file.HasIndex(f => new { f.MerchantId, f.UploadedAt, f.Id }).HasFilter(Current);
        file.HasIndex(f => new { f.MerchantId, f.EmailStatus, f.Id }).HasFilter(Current);
        file.HasIndex(f => new { f.MerchantId, f.Status, f.Id }).HasFilter(Current);
        file.HasIndex(f => new { f.MerchantId, f.TaxNumber, f.Id }).HasFilter(Current);
        file.HasIndex(f => new { f.InvoiceId, f.ReplacedAt });
    }
}
