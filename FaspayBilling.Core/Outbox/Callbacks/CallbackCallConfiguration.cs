using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Outbox.Callbacks;

internal sealed class CallbackCallConfiguration : IEntityTypeConfiguration<CallbackCall>
{
    public void Configure(EntityTypeBuilder<CallbackCall> call)
    {
        call.ToTable("CallbackCalls");
        call.Property(c => c.Url).HasMaxLength(500);
        call.Property(c => c.Body).HasMaxLength(4_000);
        call.Property(c => c.LastError).HasMaxLength(500);
        call.HasOne<Invoice>().WithMany().HasForeignKey(c => c.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        call.HasOne<Payment>().WithMany().HasForeignKey(c => c.PaymentId).OnDelete(DeleteBehavior.Restrict);
        call.HasIndex(c => new { c.State, c.NextTryAt });
        call.HasIndex(c => new { c.MerchantId, c.Id });
        call.HasIndex(c => new { c.MerchantId, c.State, c.Id });
    }
}
