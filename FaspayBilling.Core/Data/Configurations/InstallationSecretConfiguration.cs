using FaspayBilling.Core.Domain.ApiAccess;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class InstallationSecretConfiguration : IEntityTypeConfiguration<InstallationSecret>
{
    public void Configure(EntityTypeBuilder<InstallationSecret> secret)
    {
        secret.ToTable("InstallationSecrets");
        secret.Property(s => s.Name).HasMaxLength(60);
        secret.Property(s => s.ProtectedValue).HasMaxLength(1_000);
        secret.HasIndex(s => s.Name).IsUnique();
    }
}
