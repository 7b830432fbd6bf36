using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Accounts;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.Property(i => i.Email).HasMaxLength(254);
        invitation.Property(i => i.Name).HasMaxLength(100);
        invitation.Property(i => i.SecretHash).HasMaxLength(64);
        invitation.Property(i => i.InvitedBy).HasMaxLength(100);
        invitation.HasOne<Merchant>().WithMany().HasForeignKey(i => i.MerchantId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasIndex(i => i.SecretHash).IsUnique();
    }
}
