using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Accounts.Reset;

internal sealed class PasswordResetConfiguration : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> reset)
    {
        reset.ToTable("PasswordResets");
        reset.Property(r => r.SecretHash).HasMaxLength(64);
        reset.HasOne<User>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
        reset.HasIndex(r => r.SecretHash).IsUnique();
        reset.HasIndex(r => r.ExpiresAt);
    }
}
