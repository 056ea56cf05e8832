namespace TorchSharp;

#pragma warning disable CS1591 // The signs mean what they mean for numbers, elementwise.
#pragma warning disable CA1065 // Comparison of tensors gives a tensor.
public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => Given(left).add(Given(right));
        public static Tensor operator +(Tensor left, Scalar right) => Given(left).add(right);
        public static Tensor operator +(Scalar left, Tensor right) => Given(right).add(left);
        public static Tensor operator -(Tensor left, Tensor right) => Given(left).sub(Given(right));
        public static Tensor operator -(Tensor left, Scalar right) => Given(left).sub(right);
        public static Tensor operator -(Scalar left, Tensor right) => Rsub.Call(Given(right), left);
        public static Tensor operator *(Tensor left, Tensor right) => Given(left).mul(Given(right));
        public static Tensor operator *(Tensor left, Scalar right) => Given(left).mul(right);
        public static Tensor operator *(Scalar left, Tensor right) => Given(right).mul(left);
        public static Tensor operator /(Tensor left, Tensor right) => Given(left).div(Given(right));
        public static Tensor operator /(Tensor left, Scalar right) => Given(left).div(right);

        public static Tensor operator /(Scalar left, Tensor right)
        {
            using var inverse = Given(right).reciprocal();
            return inverse.mul(left);
        }

        public static Tensor operator %(Tensor left, Tensor right) => Given(left).remainder(Given(right));
        public static Tensor operator %(Tensor left, Scalar right) => Given(left).remainder(right);
        public static Tensor operator -(Tensor tensor) => Given(tensor).neg();
        public static Tensor operator ~(Tensor left) => Given(left).bitwise_not();
        public static Tensor operator &(Tensor left, Tensor right) => Given(left).bitwise_and(Given(right));
        public static Tensor operator |(Tensor left, Tensor right) => Given(left).bitwise_or(Given(right));
        public static Tensor operator ^(Tensor left, Tensor right) => Given(left).bitwise_xor(Given(right));

        public static Tensor operator ==(Tensor left, Tensor right) => Given(left).eq(Given(right));
        public static Tensor operator ==(Tensor left, Scalar right) => Given(left).eq(right);
        public static Tensor operator ==(Scalar left, Tensor right) => Given(right).eq(left);
        public static Tensor operator !=(Tensor left, Tensor right) => Given(left).ne(Given(right));
        public static Tensor operator !=(Tensor left, Scalar right) => Given(left).ne(right);
        public static Tensor operator !=(Scalar left, Tensor right) => Given(right).ne(left);
        public static Tensor operator <(Tensor left, Tensor right) => Given(left).lt(Given(right));
        public static Tensor operator <(Tensor left, Scalar right) => Given(left).lt(right);
        public static Tensor operator <(Scalar left, Tensor right) => Given(right).gt(left);
        public static Tensor operator <=(Tensor left, Tensor right) => Given(left).le(Given(right));
        public static Tensor operator <=(Tensor left, Scalar right) => Given(left).le(right);
        public static Tensor operator <=(Scalar left, Tensor right) => Given(right).ge(left);
        public static Tensor operator >(Tensor left, Tensor right) => Given(left).gt(Given(right));
        public static Tensor operator >(Tensor left, Scalar right) => Given(left).gt(right);
        public static Tensor operator >(Scalar left, Tensor right) => Given(right).lt(left);
        public static Tensor operator >=(Tensor left, Tensor right) => Given(left).ge(Given(right));
        public static Tensor operator >=(Tensor left, Scalar right) => Given(left).ge(right);
        public static Tensor operator >=(Scalar left, Tensor right) => Given(right).le(left);

        /// <summary>Whether <paramref name="obj"/> is a tensor of the same shape, type and values.</summary>
        public override bool Equals(object? obj) =>
            ReferenceEquals(this, obj) || (obj is Tensor other && dtype == other.dtype && Equals(other));

        /// <summary>A number of this object, not of its values, which can change.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
