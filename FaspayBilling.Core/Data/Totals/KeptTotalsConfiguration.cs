using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>What triggers keep. No foreign keys: a total would check them at every write of an invoice, which has checked them.</summary>
internal sealed class KeptTotalsConfiguration
    : IEntityTypeConfiguration<InvoiceTotal>,
        IEntityTypeConfiguration<CustomerTotal>,
        IEntityTypeConfiguration<AgingStep>,
        IEntityTypeConfiguration<AgingTotal>,
        IEntityTypeConfiguration<TaxTotal>,
        IEntityTypeConfiguration<TaxGap>,
        IEntityTypeConfiguration<UploadTotal>
{
    public void Configure(EntityTypeBuilder<InvoiceTotal> total)
    {
        total.ToTable("InvoiceTotals");
        total.HasKey(t => new { t.MerchantId, t.Month, t.Status, t.DocumentType });
    }

    public void Configure(EntityTypeBuilder<CustomerTotal> total)
    {
        total.ToTable("CustomerTotals");
        total.HasKey(t => new { t.MerchantId, t.CustomerId });
    }

    public void Configure(EntityTypeBuilder<AgingStep> step)
    {
        step.ToTable("AgingSteps");
        step.HasKey(s => new { s.MerchantId, s.DueDay, s.InvoiceId, s.Day });
        step.HasIndex(s => s.InvoiceId);
    }

    public void Configure(EntityTypeBuilder<AgingTotal> total)
    {
        total.ToTable("AgingTotals");
        total.HasKey(t => new { t.MerchantId, t.DueDay, t.Day });
    }

    public void Configure(EntityTypeBuilder<TaxTotal> total)
    {
        total.ToTable("TaxTotals");
        total.HasKey(t => new { t.MerchantId, t.Year, t.Kind });
    }

    public void Configure(EntityTypeBuilder<TaxGap> gap)
    {
        gap.ToTable("TaxGaps");
        gap.HasKey(g => g.InvoiceId);
        gap.Property(g => g.InvoiceId).ValueGeneratedNever();
        gap.HasIndex(g => new { g.MerchantId, g.Kind, g.InvoiceDate, g.InvoiceId });
    }

    public void Configure(EntityTypeBuilder<UploadTotal> total)
    {
        total.ToTable("UploadTotals");
        total.HasKey(t => new { t.MerchantId, t.Month });
    }
}
