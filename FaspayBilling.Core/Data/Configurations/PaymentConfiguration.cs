using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("Payments");
        payment.Property(p => p.Method).HasMaxLength(40);
        payment.Property(p => p.Note).HasMaxLength(PaymentInput.LongestNote);
        payment.Property(p => p.RecordedBy).HasMaxLength(100);
        payment.Property(p => p.UndoneBy).HasMaxLength(100);
        payment.HasOne<Invoice>().WithMany().HasForeignKey(p => p.SettlesInvoiceId).OnDelete(DeleteBehavior.Restrict);
    }
}
