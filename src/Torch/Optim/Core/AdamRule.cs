using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The step that Adam and AdamW share. They differ in where the weight decay λ goes: into the derivative (Adam) or straight off the
/// parameter (AdamW, η λ). Operations have the order and the rounding of PyTorch's, so that both train to the same bits: where
/// derivatives are near 0, Adam makes steps of a different sign from different roundings.
/// </summary>
internal static class AdamRule
{
    /// <summary>Changes one parameter; <paramref name="coupled"/> or <paramref name="decoupled"/> decay is 0.</summary>
    internal static void Run<T>(
        Tensor parameter, Tensor gradient, OptimizerState state, double rate, double beta1, double beta2, double eps,
        double coupled, double decoupled, bool amsgrad, bool maximize) where T : unmanaged, INumberBase<T>
    {
        var rule = new Rule<T>(
            Fused.All<T>(maximize ? -1 : 1), Fused.All<T>(coupled), Fused.All<T>(1 - decoupled),
            Fused.All<T>(beta1), Fused.All<T>(1 - beta1), Fused.All<T>(beta2), Fused.All<T>(1 - beta2),
            Fused.All<T>(Math.Sqrt(1 - Math.Pow(beta2, state.Step))), Fused.All<T>(eps), Fused.All<T>(-rate / (1 - Math.Pow(beta1, state.Step))));
        if (amsgrad)
            Fused.Run<T, Greatest<T>>(new(rule), parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter), state.Slot(2, parameter));
        else
            Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter));
    }

    // g ← ± g + λ p;  p ← (1 − η λ) p;  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  p ← p − η / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
    private readonly record struct Rule<T>(
        Vector<T> Sign, Vector<T> Coupled, Vector<T> Kept, Vector<T> Beta1, Vector<T> New1, Vector<T> Beta2, Vector<T> New2,
        Vector<T> Root, Vector<T> Eps, Vector<T> MinusRate)
        : IRule<T> where T : unmanaged
    {
        public static int Slots => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> m, ref Vector<T> v, ref Vector<T> c)
        {
            Average(p, g, ref m, ref v);
            return Step(p, m, v);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Average(Vector<T> p, Vector<T> g, ref Vector<T> m, ref Vector<T> v)
        {
            g = Fused.MultiplyAdd(p, Coupled, g * Sign);
            m = Fused.MultiplyAdd(g, New1, m * Beta1);
            v = Fused.MultiplyAdd(New2 * g, g, v * Beta2);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vector<T> Step(Vector<T> p, Vector<T> m, Vector<T> v) =>
            p * Kept + MinusRate * m / (Vector.SquareRoot(v) / Root + Eps);
    }

    // The same with the greatest v so far in place of v (AMSGrad).
    private readonly record struct Greatest<T>(Rule<T> Rule) : IRule<T> where T : unmanaged
    {
        public static int Slots => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> m, ref Vector<T> v, ref Vector<T> greatest)
        {
            Rule.Average(p, g, ref m, ref v);
            greatest = Vector.Max(greatest, v);
            return Rule.Step(p, m, greatest);
        }
    }
}
