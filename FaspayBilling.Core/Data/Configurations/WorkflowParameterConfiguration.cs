using FaspayBilling.Core.Domain.Invoices.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class WorkflowParameterConfiguration : IEntityTypeConfiguration<WorkflowParameter>
{
    public void Configure(EntityTypeBuilder<WorkflowParameter> parameter)
    {
        parameter.ToTable("WorkflowParameters");
        parameter.Property(p => p.Id).ValueGeneratedNever();
        parameter.HasIndex(p => new { p.DocumentType, p.Parameter, p.ActiveFrom }).IsUnique();

        // The three figures of every type as the tax office states them today: 72 hours each.
        var began = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        parameter.HasData(
            from type in Enum.GetValues<DocumentType>()
            from kind in Enum.GetValues<WorkflowParameterKind>()
            select new WorkflowParameter
            {
                Id = ((int)type * 10) + (int)kind + 1,
                DocumentType = type,
                Parameter = kind,
                Value = 72,
                ActiveFrom = began
            });
    }
}
