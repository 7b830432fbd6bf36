using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class ThresholdStateConfiguration : IEntityTypeConfiguration<ThresholdState>
{
    public void Configure(EntityTypeBuilder<ThresholdState> state)
    {
        state.ToTable("ThresholdStates");
        state.HasKey(s => new { s.MerchantId, s.Year });
        state.HasOne<Merchant>().WithMany().HasForeignKey(s => s.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}
