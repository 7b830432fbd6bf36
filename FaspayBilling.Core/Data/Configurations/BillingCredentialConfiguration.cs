using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class BillingCredentialConfiguration : IEntityTypeConfiguration<BillingCredential>
{
    public void Configure(EntityTypeBuilder<BillingCredential> credential)
    {
        credential.ToTable("BillingCredentials");
        credential.Property(c => c.Username).HasMaxLength(60);
        credential.Property(c => c.ProtectedPassword).HasMaxLength(1_000);
        credential.Property(c => c.SignatureHash).HasMaxLength(64);
        credential.Property(c => c.CreatedBy).HasMaxLength(100);
        credential.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId).OnDelete(DeleteBehavior.Restrict);
        credential.HasIndex(c => c.Username).IsUnique();
        credential.HasIndex(c => c.SignatureHash).IsUnique();
    }
}
