using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class ApiClientConfiguration : IEntityTypeConfiguration<ApiClient>
{
    public void Configure(EntityTypeBuilder<ApiClient> client)
    {
        client.ToTable("ApiClients");
        client.Property(c => c.Name).HasMaxLength(100);
        client.Property(c => c.ClientId).HasMaxLength(60);
        client.Property(c => c.SecretHash).HasMaxLength(64);
        client.Property(c => c.CreatedBy).HasMaxLength(100);
        client.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId).OnDelete(DeleteBehavior.Restrict);
        client.HasIndex(c => c.ClientId).IsUnique();
    }
}
