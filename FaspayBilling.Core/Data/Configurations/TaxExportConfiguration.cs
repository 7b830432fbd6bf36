using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class TaxExportConfiguration : IEntityTypeConfiguration<TaxExport>
{
    public void Configure(EntityTypeBuilder<TaxExport> export)
    {
        export.ToTable("TaxExports");
        export.Property(e => e.FileName).HasMaxLength(100);
        export.Property(e => e.By).HasMaxLength(100);
        export.HasOne<FileContent>().WithMany().HasForeignKey(e => e.ContentId).OnDelete(DeleteBehavior.Restrict);
        export.HasIndex(e => new { e.MerchantId, e.At, e.Id });
    }
}
