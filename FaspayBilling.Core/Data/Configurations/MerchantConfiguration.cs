using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class MerchantConfiguration : IEntityTypeConfiguration<Merchant>
{
    public void Configure(EntityTypeBuilder<Merchant> merchant)
    {
        merchant.ToTable("Merchants");
        merchant.Property(m => m.Name).HasMaxLength(200);
        merchant.Property(m => m.Code).HasMaxLength(MerchantCode.Length);
        merchant.Property(m => m.Npwp).HasMaxLength(16);
        merchant.Property(m => m.Nitku).HasMaxLength(22);
        merchant.Property(m => m.Address).HasMaxLength(500);
        merchant.Property(m => m.Logo).HasMaxLength(1_500_000);
        merchant.HasIndex(m => m.Code).IsUnique();
    }
}
