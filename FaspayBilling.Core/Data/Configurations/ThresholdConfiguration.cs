using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class ThresholdConfiguration : IEntityTypeConfiguration<Threshold>
{
    public void Configure(EntityTypeBuilder<Threshold> threshold)
    {
        threshold.ToTable("Thresholds");
        threshold.HasKey(t => t.MerchantId);
        threshold.Property(t => t.MerchantId).ValueGeneratedNever();
        threshold.HasOne<Merchant>().WithOne().HasForeignKey<Threshold>(t => t.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}
