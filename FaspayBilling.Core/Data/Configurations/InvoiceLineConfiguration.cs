using FaspayBilling.Core.Data.Conversions;
using FaspayBilling.Core.Domain.Invoices.Lines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class InvoiceLineConfiguration : IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<InvoiceLine> line)
    {
        line.ToTable("InvoiceLines");
        line.Property(l => l.Name).HasMaxLength(300);
        line.Property(l => l.Unit).HasMaxLength(40);
        line.Property(l => l.UnitCode).HasMaxLength(7);
        line.Property(l => l.GoodsCode).HasMaxLength(6);
        line.Property(l => l.Quantity).HasConversion<TenThousandths>();
    }
}
