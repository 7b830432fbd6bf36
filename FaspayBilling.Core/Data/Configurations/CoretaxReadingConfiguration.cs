using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class CoretaxReadingConfiguration : IEntityTypeConfiguration<CoretaxReading>
{
    public void Configure(EntityTypeBuilder<CoretaxReading> reading)
    {
        reading.ToTable("CoretaxReadings");
        reading.Property(r => r.FileName).HasMaxLength(260);
        reading.Property(r => r.By).HasMaxLength(100);
        reading.Property(r => r.UndoneBy).HasMaxLength(100);
        reading.HasIndex(r => new { r.MerchantId, r.Id });
    }
}
