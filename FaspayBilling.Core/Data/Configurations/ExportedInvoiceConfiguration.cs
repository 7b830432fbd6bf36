using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class ExportedInvoiceConfiguration : IEntityTypeConfiguration<ExportedInvoice>
{
    public void Configure(EntityTypeBuilder<ExportedInvoice> exported)
    {
        exported.ToTable("ExportedInvoices");
        exported.HasKey(e => new { e.ExportId, e.InvoiceId });
        exported.HasOne<TaxExport>().WithMany().HasForeignKey(e => e.ExportId).OnDelete(DeleteBehavior.Restrict);
        exported.HasOne<Invoice>().WithMany().HasForeignKey(e => e.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        exported.HasIndex(e => e.InvoiceId);
    }
}
