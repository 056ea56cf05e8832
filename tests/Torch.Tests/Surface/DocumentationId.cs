using System.Globalization;
using System.Reflection;

namespace TorchSharp.Tests.Surface;

/// <summary>
/// The documentation ids of an assembly's members, as the C# compiler writes them: <c>M:TorchSharp.torch.relu(TorchSharp.torch.Tensor)</c>.
/// (ECMA-334, annex D.4.2.)
/// </summary>
internal static class DocumentationId
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The ids of all types and members that other assemblies can use, in ordinal order.</summary>
    internal static string[] Usable(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(t => t.GetMembers(Declared).Where(m => m is not Type && IsUsable(m)).Select(Of).Prepend(Of(t)))
            .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The ids of all types and members, also of those that only the assembly itself can use.</summary>
    internal static HashSet<string> All(Assembly assembly) =>
        [.. assembly.GetTypes().SelectMany(t => t.GetMembers(Declared).Where(m => m is not Type).Select(Of).Prepend(Of(t)))];

    /// <summary>The names and defaults of the parameters of all methods and constructors that other assemblies can use, by id.</summary>
    internal static Dictionary<string, string> Parameters(Assembly assembly) => assembly.GetExportedTypes()
        .SelectMany(t => t.GetMembers(Declared)).OfType<MethodBase>().Where(IsUsable)
        .ToDictionary(Of, m => string.Join(", ", m.GetParameters().Select(Declaration)), StringComparer.Ordinal);

    private static string Declaration(ParameterInfo parameter) =>
        (parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : "") + parameter.Name
        + (parameter.HasDefaultValue ? " = " + (Convert.ToString(parameter.RawDefaultValue, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "null") : "");

    private static bool IsUsable(MemberInfo member) => member switch
    {
        MethodBase m => (m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly) && !IsAccessor(m),
        FieldInfo f => (f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly) && !f.IsSpecialName,
        PropertyInfo p => p.GetAccessors(nonPublic: true).Any(a => a.IsPublic || a.IsFamily || a.IsFamilyOrAssembly),
        EventInfo e => e.AddMethod is { } add && (add.IsPublic || add.IsFamily),
        _ => false,
    };

    private static bool IsAccessor(MethodBase m) =>
        m.IsSpecialName && (m.Name.StartsWith("get_", StringComparison.Ordinal) || m.Name.StartsWith("set_", StringComparison.Ordinal)
            || m.Name.StartsWith("add_", StringComparison.Ordinal) || m.Name.StartsWith("remove_", StringComparison.Ordinal));

    private static string Of(MemberInfo member)
    {
        if (member is Type type)
            return "T:" + Declaring(type);
        var name = Declaring(member.DeclaringType!) + "." + member.Name.Replace('.', '#').Replace('<', '{').Replace('>', '}').Replace(',', '@');
        return member switch
        {
            MethodInfo m => $"M:{name}{(m.IsGenericMethod ? "``" + m.GetGenericArguments().Length : "")}{Parameters(m.GetParameters())}"
                + (m.Name is "op_Implicit" or "op_Explicit" ? "~" + Argument(m.ReturnType) : ""),
            ConstructorInfo c => $"M:{name}{Parameters(c.GetParameters())}",
            PropertyInfo p => $"P:{name}{Parameters(p.GetIndexParameters())}",
            EventInfo => "E:" + name,
            _ => "F:" + name,
        };
    }

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(p => Argument(p.ParameterType)))})";

    /// <summary>A type where it is declared: nested types after a point, generic ones with their number of parameters.</summary>
    private static string Declaring(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    /// <summary>A type as an argument: with its generic arguments, dimensions and references.</summary>
    private static string Argument(Type type)
    {
        if (type.IsByRef)
            return Argument(type.GetElementType()!) + "@";
        if (type.IsPointer)
            return Argument(type.GetElementType()!) + "*";
        if (type.IsFunctionPointer)
            return "=FUNC:" + Argument(type.GetFunctionPointerReturnType()) + $"({string.Join(',', type.GetFunctionPointerParameterTypes().Select(Argument))})";
        if (type.IsArray)
            return Argument(type.GetElementType()!)
                + (type.IsSZArray ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (!type.IsGenericType)
            return Declaring(type);
        // A nested type's arguments include its outer type's: each level takes as many as its name says.
        var arguments = new Queue<string>(type.GetGenericArguments().Select(Argument));
        var levels = Declaring(type.GetGenericTypeDefinition()).Split('.').Select(level =>
            level.Split('`') is [var name, var count]
                ? $"{name}{{{string.Join(',', Enumerable.Range(0, int.Parse(count)).Select(_ => arguments.Dequeue()))}}}"
                : level);
        return string.Join('.', levels);
    }
}
