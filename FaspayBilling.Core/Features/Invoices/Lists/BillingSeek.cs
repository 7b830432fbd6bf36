using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>
/// The invoices that follow a row in the list's order. Each column of the order gives one range of its index, those that are equal up to
/// it and beyond in it; one condition over all of them would be no range, and the index would be walked through every equal row.
/// </summary>
internal sealed class BillingSeek(BillingDb db, IQueryable<Invoice> found, BillingSort sort, bool descending)
{
    // SQLite sorts what is null before everything else, PostgreSQL behind.
    private bool NullsFirst => db is PostgresBillingDb == descending;

    /// <summary>At most so many, nearest first when sorted again; with <paramref name="itself"/> the row too.</summary>
    public IQueryable<Invoice> Behind(BillingRow row, bool itself, int count)
    {
        var id = row.Id;
        var ranges = new List<IQueryable<Invoice>>();
        var equal = found;
        foreach (var (same, beyond) in Columns(row))
        {
            ranges.AddRange(beyond.Select(condition => equal.Where(condition)));
            equal = equal.Where(same);
        }

        Expression<Func<Invoice, bool>> last = (itself, descending) switch
        {
            (true, false) => i => i.Id >= id,
            (false, false) => i => i.Id > id,
            (true, true) => i => i.Id <= id,
            (false, true) => i => i.Id < id,
        };
        ranges.Add(equal.Where(last));
        return ranges.Select(r => ListBillings.Sorted(r, sort, descending).Take(count)).Aggregate((a, b) => a.Concat(b));
    }

    private IEnumerable<(Expression<Func<Invoice, bool>> Same, IEnumerable<Expression<Func<Invoice, bool>>> Beyond)> Columns(
        BillingRow row) => sort switch
        {
            BillingSort.InvoiceNo => [Column(i => i.Number, row.Number)],
            BillingSort.TaxNumber => [TaxNumber(row)],
            BillingSort.Customer => [Column(i => i.CustomerName, row.Customer)],
            BillingSort.InvoiceDate => [Column(i => i.InvoiceDate, row.InvoiceDate)],
            BillingSort.DueDate => [Column(i => i.Due, row.Due)],
            BillingSort.Total => [Column(i => EF.Property<decimal>(i, InvoiceColumns.SignedTotal), row.SignedTotal)],
            BillingSort.Outstanding => [Column(i => EF.Property<decimal>(i, InvoiceColumns.Balance), row.Balance ?? 0)],
            BillingSort.Status =>
                [Column(i => (string)(object)i.Status, row.Status.ToString()), Column(i => i.InvoiceDate, row.InvoiceDate)],
        };

    private (Expression<Func<Invoice, bool>> Same, IEnumerable<Expression<Func<Invoice, bool>>> Beyond) TaxNumber(BillingRow row)
    {
        if (row.TaxNumber is { } number)
        {
            var column = Column(i => (string)(object)i.TaxNumber!, number.Digits);
            return NullsFirst ? column : (column.Same, [.. column.Beyond, i => i.TaxNumber == null]);
        }

        return (i => i.TaxNumber == null, NullsFirst ? [i => i.TaxNumber != null] : []);
    }

    private (Expression<Func<Invoice, bool>> Same, IEnumerable<Expression<Func<Invoice, bool>>> Beyond) Column<TKey>(
        Expression<Func<Invoice, TKey>> key, TKey value)
    {
        // Read from a closure, it becomes a parameter.
        Expression<Func<TKey>> closure = () => value;
        var (left, right) = (key.Body, closure.Body);
        var beyond = typeof(TKey) == typeof(string)
            ? Compared(
                Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0))
            : Compared(left, right);
        return (Condition(Expression.Equal(left, right)), [Condition(beyond)]);

        Expression<Func<Invoice, bool>> Condition(Expression body) => Expression.Lambda<Func<Invoice, bool>>(body, key.Parameters);
    }

    private BinaryExpression Compared(Expression left, Expression right) =>
        descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
}
