using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class AvailableRunConfiguration : IEntityTypeConfiguration<AvailableRun>
{
    public void Configure(EntityTypeBuilder<AvailableRun> run)
    {
        run.ToTable("FreeNumbers");
        run.HasOne<TaxNumberRange>().WithMany().HasForeignKey(r => r.RangeId).OnDelete(DeleteBehavior.Restrict);

        // The smallest of a year is the first row.
        run.HasIndex(r => new { r.MerchantId, r.Year, r.First, r.Last });
        run.HasIndex(r => new { r.RangeId, r.First, r.Last });
    }
}
