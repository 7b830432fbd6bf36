using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Web.Components;
using FaspayBilling.Web.Components.Layout;
using FaspayBilling.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FaspayBilling.Tests.Texts;

/// <summary>The texts that the compiled screens show: those that they translate and those that they do not.</summary>
internal static partial class ScreenCode
{
    // Attributes and parameters whose text a person reads or hears.
    private static readonly HashSet<string> Read =
    [
        "title", "placeholder", "alt", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription",
        "Title", "Label", "Text", "Hint", "Placeholder", "Caption", "Noun", "Nouns", "Notice", "NoticeTitle", "Question", "Check",
        "Sentence", "SaveText",
    ];

    private static readonly List<(Type Type, MethodBase Method, IReadOnlyList<(OpCode Code, object? Operand)> Steps)> Code =
    [
        // The description of the API is for programmers, in English.
        .. typeof(App).Assembly.GetTypes()
            .Where(t => t.Namespace != typeof(Web.Components.Pages.Docs.ApiDocsPage).Namespace)
            .Where(t => !t.IsNested && (t.Namespace ?? "").StartsWith("FaspayBilling.Web", StringComparison.Ordinal))
            .SelectMany(t => Architecture.Code.Methods(t).Select(m => (t, m, Architecture.Code.Steps(m)))),
    ];

    /// <summary>Texts given to <see cref="ScreenText.T(string)"/> as they stand.</summary>
    public static IReadOnlySet<string> Keys { get; } = Code.SelectMany(c => KeysOf(c.Steps)).ToHashSet();

    /// <summary>Texts that are translated by value: names of states and the like.</summary>
    public static IReadOnlyList<string> DynamicKeys { get; } = PaymentRules.Methods;

    /// <summary>Literal texts that reach a screen untranslated, with the type they stand in.</summary>
    public static IEnumerable<string> HardCoded =>
        Code.Where(c => c.Type != typeof(ProductTheme) && c.Method.Name != "PrintMembers")
            .Where(c => c.Type.Namespace!.StartsWith("FaspayBilling.Web.Components", StringComparison.Ordinal))
            .SelectMany(c => Untranslated(c.Steps).Select(text => $"{c.Type.FullName}: {text}"))
            .Distinct()
            .Order();

    /// <summary>Types that translate while they are loaded: every later reader would get the first one's language.</summary>
    public static IEnumerable<string> TakenTooEarly =>
        Code.Where(c => c.Method is ConstructorInfo { IsStatic: true } && c.Steps.Any(s => IsT(s.Operand))).Select(c => c.Type.FullName!);

    private static IEnumerable<string> KeysOf(IReadOnlyList<(OpCode Code, object? Operand)> steps)
    {
        for (var i = 0; i + 1 < steps.Count; i++)
        {
            if (steps[i].Operand is string text && (IsT(steps[i + 1].Operand) || IsFormat(steps, i)))
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<string> Untranslated(IReadOnlyList<(OpCode Code, object? Operand)> steps)
    {
        for (var i = 0; i + 1 < steps.Count; i++)
        {
            if (steps[i].Operand is not string text || IsT(steps[i + 1].Operand) || IsFormat(steps, i))
            {
                continue;
            }

            var call = steps.Skip(i + 1).Take(3).Select(s => s.Operand).OfType<MethodBase>().FirstOrDefault();
            var named = i > 0 ? steps[i - 1].Operand as string : null;
            var words = Unread().Replace(text, "");
            var shown = IsForPrograms(call) ? false
                : call?.DeclaringType != typeof(RenderTreeBuilder) ? Sentence().IsMatch(words)
                : call.Name is nameof(RenderTreeBuilder.AddContent) or nameof(RenderTreeBuilder.AddMarkupContent)
                    ? Letters().IsMatch(Tag().Replace(words, ""))
                : named is not null && Read.Contains(named) && Letters().IsMatch(words);
            if (shown)
            {
                yield return text;
            }
        }
    }

    private static bool IsT(object? operand) =>
        operand is MethodInfo { Name: nameof(ScreenText.T) } m && m.DeclaringType == typeof(ScreenText);

    // The message of an exception, the path of an asset.
    private static bool IsForPrograms(MethodBase? call) =>
        (call is ConstructorInfo && call.DeclaringType!.IsAssignableTo(typeof(Exception)))
            || call?.DeclaringType == typeof(ResourceAssetCollection);

    // The format of an interpolated text is followed by the array of its values.
    private static bool IsFormat(IReadOnlyList<(OpCode Code, object? Operand)> steps, int at) =>
        (steps.Skip(at + 1).Take(2).Any(s => s.Code == OpCodes.Newarr)
            || steps[at + 1].Operand is MethodInfo { Name: nameof(Array.Empty) })
        && steps.Skip(at)
            .SkipWhile(s => s.Operand is not MethodInfo m || m.DeclaringType != typeof(FormattableStringFactory))
            .Skip(1)
            .Take(1)
            .Any(s => IsT(s.Operand));

    // The product's name, an example of an address, and a language by its own name.
    [GeneratedRegex(@"Faspay Billing|Bahasa Indonesia|https://\S+")]
    private static partial Regex Unread();

    [GeneratedRegex("<code>[^<]*</code>|<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Letters();

    // Two words, the first with a capital: what no key, class or format looks like.
    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}-]*[ ,.]\s*\S")]
    private static partial Regex Sentence();
}
