using System.Reflection;

namespace FaspayBilling.Tests.Domain.Shared;

/// <summary>Gives a row the key that the database would have given it.</summary>
internal static class Keys
{
    public static T WithId<T>(this T row, long id)
        where T : class
    {
        typeof(T).GetProperty("Id", BindingFlags.Public | BindingFlags.Instance)!.SetValue(row, id);
        return row;
    }
}
