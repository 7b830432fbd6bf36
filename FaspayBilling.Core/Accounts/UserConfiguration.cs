using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Accounts;

/// <summary>The columns and indexes that Identity's store expects, without its roles: a user has one role of ours.</summary>
internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("Users");
        user.Property(u => u.Name).HasMaxLength(100);
        user.Property(u => u.UserName).HasMaxLength(256);
        user.Property(u => u.NormalizedUserName).HasMaxLength(256);
        user.Property(u => u.Email).HasMaxLength(256);
        user.Property(u => u.NormalizedEmail).HasMaxLength(256);
        user.Property(u => u.PasswordHash).HasMaxLength(500);
        user.Property(u => u.SecurityStamp).HasMaxLength(100);
        user.Property(u => u.ConcurrencyStamp).HasMaxLength(100).IsConcurrencyToken();
        user.Property(u => u.PhoneNumber).HasMaxLength(40);

        // Identity keeps its own lock-out end with an offset, which SQLite can neither sort nor compare.
        user.Property(u => u.LockoutEnd)
            .HasConversion(
                v => v.HasValue ? v.Value.UtcDateTime : (DateTime?)null,
                v => v.HasValue ? new DateTimeOffset(DateTime.SpecifyKind(v.Value, DateTimeKind.Utc)) : null);
        user.HasOne<Merchant>().WithMany().HasForeignKey(u => u.MerchantId).OnDelete(DeleteBehavior.Restrict);
        user.HasIndex(u => u.NormalizedUserName).IsUnique();
        user.HasIndex(u => u.NormalizedEmail).IsUnique();
    }
}
