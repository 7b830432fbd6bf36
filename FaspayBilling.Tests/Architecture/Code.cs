using System.Reflection;
using System.Reflection.Emit;

namespace FaspayBilling.Tests.Architecture;

/// <summary>What compiled code uses: signatures, attributes and every instruction of every method body.</summary>
internal static class Code
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>
    /// The types of an assembly whose namespace is the given one or lies below it; what the compiler nested in them included.
    /// </summary>
    public static IReadOnlyList<Type> TypesIn(Assembly assembly, string room) => [.. assembly.GetTypes().Where(t => t.IsIn(room))];

    public static bool IsIn(this Type type, string room) =>
        type.Namespace == room || type.Namespace?.StartsWith(room + ".", StringComparison.Ordinal) == true;

    /// <summary>The type that somebody wrote: the outermost one around a nested or compiler-made one.</summary>
    public static Type Written(this Type type) => type.DeclaringType?.Written() ?? type;

    /// <summary>Every type that a type names.</summary>
    public static IReadOnlySet<Type> UsedTypes(Type type)
    {
        var used = new HashSet<Type>();
        foreach (var member in UsedMembers(type))
        {
            Add(used, member as Type ?? member.DeclaringType);
            Add(used, (member as FieldInfo)?.FieldType);
            Add(used, (member as MethodInfo)?.ReturnType);
            if (member is MethodBase method)
            {
                foreach (var named in method.GetParameters()
                    .Select(p => p.ParameterType)
                    .Concat(method.IsGenericMethod ? method.GetGenericArguments() : []))
                {
                    Add(used, named);
                }
            }
        }

        return used;
    }

    /// <summary>Every member that a type names: its own signatures, and what its instructions call, read, make and cast to.</summary>
    public static IReadOnlyList<MemberInfo> UsedMembers(Type type)
    {
        var methods = type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).ToList();
        var members = type.GetMembers(Everything).Append(type).ToList();
        return
        [
            .. type.GetInterfaces().Append(type.BaseType).OfType<Type>(),
            .. type.GetFields(Everything),
            .. methods,
            .. members.SelectMany(m => m.GetCustomAttributesData()).Select(a => a.AttributeType),
            .. methods.SelectMany(Instructions),
        ];
    }

    private static IEnumerable<MemberInfo> Instructions(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return [];
        }

        return body.LocalVariables.Select(v => v.LocalType)
            .Concat(body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause).Select(c => c.CatchType!))
            .Concat(Tokens(body.GetILAsByteArray()!).Select(token => Resolve(method, token)).OfType<MemberInfo>());
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod);
    }

    /// <summary>The methods of a type, its constructors and what the compiler nested in it included.</summary>
    public static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Everything).Cast<MethodBase>()
            .Concat(type.GetConstructors(Everything))
            .Concat(type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(Methods));

    /// <summary>The instructions of a method in order, with the string or the member that each names.</summary>
    public static IReadOnlyList<(OpCode Code, object? Operand)> Steps(MethodBase method) =>
        method.GetMethodBody()?.GetILAsByteArray() is not { } code
            ? []
            :
            [
                .. Read(code).Select(step => (step.Code, step.Code.OperandType switch
                {
                    OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(code, step.At)),
                    OperandType.InlineMethod => (object?)Resolve(method, BitConverter.ToInt32(code, step.At)),
                    _ => null,
                })),
            ];

    private static IEnumerable<int> Tokens(byte[] code) =>
        Read(code)
            .Where(step => step.Code.OperandType
                is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            .Select(step => BitConverter.ToInt32(code, step.At));

    private static IEnumerable<(OpCode Code, int At)> Read(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            at += value < 0 ? 2 : 1;
            var opcode = OpCodes[value];
            yield return (opcode, at);
            at += Size(opcode.OperandType, code, at);
        }
    }

    private static int Size(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(used, type.GetElementType());
            return;
        }

        if (!used.Add(type))
        {
            return;
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            Add(used, argument);
        }
    }
}
