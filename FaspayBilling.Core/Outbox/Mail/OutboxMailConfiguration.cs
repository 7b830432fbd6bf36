using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Outbox.Mail;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    private const string KeepsALink = "\"PersonalLink\" <> ''";

    public void Configure(EntityTypeBuilder<OutboxMail> mail)
    {
        mail.ToTable("OutboxMails");
        mail.Property(m => m.To).HasMaxLength(254);
        mail.Property(m => m.Subject).HasMaxLength(300);
        mail.Property(m => m.Text).HasMaxLength(100_000);
        mail.Property(m => m.Html).HasMaxLength(200_000);
        mail.Property(m => m.PersonalLink).HasMaxLength(2_000);
        mail.Property(m => m.MessageId).HasMaxLength(200);
        mail.Property(m => m.LastError).HasMaxLength(500);
        mail.HasOne<Invoice>().WithMany().HasForeignKey(m => m.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        mail.HasOne<TaxFile>().WithMany().HasForeignKey(m => m.TaxFileId).OnDelete(DeleteBehavior.Restrict);
        mail.HasIndex(m => m.MessageId).IsUnique();
        mail.HasIndex(m => new { m.State, m.NextTryAt });

        // Only the few that still keep a link: what looks for them does not read all mails that ever left.
        mail.HasIndex(m => m.LinkUntil).HasFilter(KeepsALink);
        mail.HasIndex(m => new { m.MerchantId, m.To }).HasFilter(KeepsALink);
        mail.HasIndex(m => new { m.MerchantId, m.CreatedAt, m.Id });
        mail.HasIndex(m => new { m.MerchantId, m.State, m.CreatedAt, m.Id });
        mail.HasIndex(m => new { m.MerchantId, m.Kind, m.CreatedAt, m.Id });
    }
}
