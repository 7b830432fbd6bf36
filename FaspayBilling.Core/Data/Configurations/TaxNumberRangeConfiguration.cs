using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class TaxNumberRangeConfiguration : IEntityTypeConfiguration<TaxNumberRange>
{
    public void Configure(EntityTypeBuilder<TaxNumberRange> range)
    {
        range.ToTable("TaxNumberRanges");
        range.HasOne<Merchant>().WithMany().HasForeignKey(r => r.MerchantId).OnDelete(DeleteBehavior.Restrict);
        range.HasIndex(r => new { r.MerchantId, r.Start }).IsUnique();
        range.HasIndex(r => new { r.MerchantId, r.End }).IsUnique();
    }
}
