using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Accounts;

/// <summary>The three side tables that Identity's store asks for.</summary>
internal sealed class IdentityConfigurations :
    IEntityTypeConfiguration<IdentityUserClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>,
    IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> claim)
    {
        claim.ToTable("UserClaims");
        claim.Property(c => c.ClaimType).HasMaxLength(256);
        claim.Property(c => c.ClaimValue).HasMaxLength(1_000);
        claim.HasOne<User>().WithMany().HasForeignKey(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> login)
    {
        login.ToTable("UserLogins");
        login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        login.Property(l => l.LoginProvider).HasMaxLength(128);
        login.Property(l => l.ProviderKey).HasMaxLength(128);
        login.Property(l => l.ProviderDisplayName).HasMaxLength(256);
        login.HasOne<User>().WithMany().HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> token)
    {
        token.ToTable("UserTokens");
        token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
        token.Property(t => t.Value).HasMaxLength(4_000);
        token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
    }
}
