using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class CoretaxChangeConfiguration : IEntityTypeConfiguration<CoretaxChange>
{
    public void Configure(EntityTypeBuilder<CoretaxChange> change)
    {
        change.ToTable("CoretaxChanges");
        change.Property(c => c.Before).HasMaxLength(20_000);
        change.Property(c => c.After).HasMaxLength(20_000);
        change.HasOne<CoretaxReading>().WithMany().HasForeignKey(c => c.ReadingId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.ReadingId, c.Id });
    }
}
