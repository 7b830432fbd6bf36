using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class BillingSettingsConfiguration : IEntityTypeConfiguration<BillingSettings>
{
    public void Configure(EntityTypeBuilder<BillingSettings> settings)
    {
        settings.ToTable("BillingSettings");
        settings.HasKey(s => s.MerchantId);
        settings.Property(s => s.MerchantId).ValueGeneratedNever();
        settings.HasOne<Merchant>().WithOne().HasForeignKey<BillingSettings>(s => s.MerchantId).OnDelete(DeleteBehavior.Restrict);
        settings.Property(s => s.PaymentInstructions).HasMaxLength(2_000);
        settings.Property(s => s.CallbackUrl).HasMaxLength(500);
        settings.PrimitiveCollection(s => s.NotificationAddresses).HasMaxLength(8_000).ElementType().HasMaxLength(254);
    }
}
