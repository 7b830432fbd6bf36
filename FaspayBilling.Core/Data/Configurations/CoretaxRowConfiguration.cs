using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class CoretaxRowConfiguration : IEntityTypeConfiguration<CoretaxRow>
{
    public void Configure(EntityTypeBuilder<CoretaxRow> row)
    {
        row.ToTable("CoretaxRows");
        row.Property(r => r.Number).HasMaxLength(17);
        row.Property(r => r.Reference).HasMaxLength(300);
        row.Property(r => r.BuyerName).HasMaxLength(300);
        row.Property(r => r.BuyerId).HasMaxLength(60);
        row.HasOne<Invoice>().WithMany().HasForeignKey(r => r.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(r => new { r.MerchantId, r.Number }).IsUnique();
        row.HasIndex(r => new { r.MerchantId, r.InvoiceId, r.Id });
    }
}
