using TorchSharp.Interop;

namespace TorchSharp;

// Parts of complex numbers, elementwise.
public static partial class torch
{
    /// <summary>The real parts, in the same memory.</summary>
    public static Tensor real(Tensor input) => Given(input).real;
    /// <summary>The imaginary parts, in the same memory.</summary>
    public static Tensor imag(Tensor input) => Given(input).imag;
    /// <summary>The angle in radians; π for negative real numbers.</summary>
    public static Tensor angle(Tensor input) => Given(input).angle();
    /// <summary>The conjugate, as a view.</summary>
    public static Tensor conj(Tensor input) => Given(input).conj();
    /// <summary>The conjugate, computed.</summary>
    public static Tensor conj_physical(Tensor input) => Given(input).conj_physical();
    /// <inheritdoc cref="conj_physical(Tensor)"/>
    public static Tensor conj_physical_(Tensor input) => Given(input).conj_physical_();
    /// <summary>The values of a conjugate view, computed.</summary>
    public static Tensor resolve_conj(Tensor input) => Given(input).resolve_conj();
    /// <summary>The values of a negated view, computed.</summary>
    public static Tensor resolve_neg(Tensor input) => Given(input).resolve_neg();
    /// <summary>Whether the tensor is a conjugate view.</summary>
    public static bool is_conj(Tensor input) => Given(input).is_conj();
    /// <summary>Whether the tensor is a negated view.</summary>
    public static bool is_neg(Tensor input) => Given(input).is_neg();

    public partial class Tensor
    {
        /// <summary>The real parts, in the same memory.</summary>
        public Tensor real => is_complex() ? Real.Call(this) : alias();
        /// <summary>The imaginary parts, in the same memory.</summary>
        public Tensor imag
        {
            get
            {
                using var plain = ResolveConj.Call(this);
                return Imag.Call(plain);
            }
        }

        /// <summary>The same elements as they lie in memory: conjugate and negated views are computed, and autograd's zeros without memory get some.</summary>
        internal unsafe Tensor InMemory()
        {
            var info = Info;
            if (info.Data == null && info.Elements > 0)
                return zeros(shape, dtype);
            if (!is_complex())
                return ResolveNeg.Call(this);
            using var plain = ResolveConj.Call(this);
            return ResolveNeg.Call(plain);
        }

        /// <summary>The angle in radians; π for negative real numbers.</summary>
        public Tensor angle() => Angle.Call(this);
        /// <summary>The conjugate, as a view.</summary>
        public Tensor conj() => Conj.Call(this);
        /// <summary>The conjugate, computed.</summary>
        public Tensor conj_physical() => ConjPhysical.Call(this);
        /// <inheritdoc cref="conj_physical()"/>
        public Tensor conj_physical_() => ConjPhysical_.CallInPlace(this);
        /// <summary>The values of a conjugate view, computed.</summary>
        public Tensor resolve_conj() => ResolveConj.Call(this);
        /// <summary>The values of a negated view, computed.</summary>
        public Tensor resolve_neg() => ResolveNeg.Call(this);
        /// <summary>Whether the tensor is a conjugate view.</summary>
        public bool is_conj() => IsConj.CallBool(this);
        /// <summary>Whether the tensor is a negated view.</summary>
        public bool is_neg() => IsNeg.CallBool(this);

        private static readonly Operator Real = new("real"), Imag = new("imag"), Angle = new("angle"), Conj = new("conj");
        private static readonly Operator ConjPhysical = new("conj_physical"), ConjPhysical_ = new("conj_physical_");
        private static readonly Operator ResolveConj = new("resolve_conj"), ResolveNeg = new("resolve_neg");
        private static readonly Operator IsConj = new("is_conj"), IsNeg = new("is_neg");
    }
}
