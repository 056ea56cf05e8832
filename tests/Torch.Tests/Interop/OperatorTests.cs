using System.Reflection;
using Xunit;

namespace TorchSharp.Tests.Interop;

public class OperatorTests
{
    /// <summary>Every operator that the library names exists in the libtorch in use.</summary>
    [Fact]
    public void Every_named_operator_exists()
    {
        var missing = new List<string>();
        var found = 0;
        foreach (var field in typeof(torch).Assembly.GetTypes().Where(t => !t.ContainsGenericParameters).SelectMany(
                     t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)))
        {
            if (field.FieldType.Name != "Operator" || field.GetValue(null) is not { } op)
                continue;
            try
            {
                _ = op.GetType().GetProperty("Handle", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(op);
                found++;
            }
            catch (TargetInvocationException e)
            {
                missing.Add($"{field.DeclaringType!.Name}.{field.Name}: {e.InnerException!.Message}");
            }
        }

        Assert.Empty(missing);
        Assert.True(found > 200);
    }

    [Fact]
    public void Native_errors_carry_libtorchs_message_and_no_backtrace()
    {
        using var a = torch.ones(2, 3);
        using var b = torch.ones(4, 5);
        var error = Assert.Throws<TorchException>(() => a.matmul(b));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", error.Message);
        Assert.StartsWith("aten::matmul", error.Message);
        Assert.DoesNotContain("frame #", error.Message);
        Assert.IsAssignableFrom<System.Runtime.InteropServices.ExternalException>(error);
    }
}
