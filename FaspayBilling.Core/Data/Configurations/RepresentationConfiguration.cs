using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class RepresentationConfiguration : IEntityTypeConfiguration<Representation>
{
    public void Configure(EntityTypeBuilder<Representation> representation)
    {
        representation.ToTable("Representations");
        representation.Property(r => r.GrantedBy).HasMaxLength(100);
        representation.HasOne<Merchant>().WithMany().HasForeignKey(r => r.MerchantId).OnDelete(DeleteBehavior.Restrict);
        representation.HasOne<ApiClient>().WithMany().HasForeignKey(r => r.ApiClientId).OnDelete(DeleteBehavior.Restrict);
        representation.HasIndex(r => new { r.ApiClientId, r.MerchantId });
    }
}
