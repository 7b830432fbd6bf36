using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>The tables behind second factors and passkeys; the passkeys' is the one that Identity's store expects (its schema 3).</summary>
internal sealed class FactorConfigurations :
    IEntityTypeConfiguration<RecoveryCode>,
    IEntityTypeConfiguration<UsedCode>,
    IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("RecoveryCodes");
        code.Property(c => c.Start).HasMaxLength(4);
        code.Property(c => c.Hash).HasMaxLength(500);
        code.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        code.HasIndex(c => new { c.UserId, c.Start }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UsedCode> code)
    {
        code.ToTable("UsedCodes");
        code.HasKey(c => new { c.UserId, c.Code });
        code.Property(c => c.Code).HasMaxLength(6);
        code.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> passkey)
    {
        passkey.ToTable("UserPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1_024);
        passkey.OwnsOne(p => p.Data, data =>
        {
            data.ToJson();
            data.Property(d => d.Name).HasMaxLength(AddPasskey.LongestName);
        });
        passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        passkey.HasIndex(p => p.UserId);
    }
}
