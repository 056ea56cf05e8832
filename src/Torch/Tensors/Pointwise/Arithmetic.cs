using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>How <c>div</c> makes a quotient an integer.</summary>
public enum RoundingMode
{
    /// <summary>Towards zero.</summary>
    trunc,
    /// <summary>Downwards.</summary>
    floor,
}

// Sums, products, quotients and remainders, elementwise; shapes broadcast and types promote as in PyTorch.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>this + other.</summary>
        public Tensor add(Tensor target) => AddTensor.Call(this, target);
        /// <inheritdoc cref="add(Tensor)"/>
        public Tensor add(Scalar scalar) => AddScalar.Call(this, scalar);
        /// <summary>this + alpha · target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => AddTensor.Call(this, target, alpha);
        /// <summary>this + alpha · scalar.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => AddScalar.Call(this, scalar, alpha);
        /// <summary>Adds in place.</summary>
        public Tensor add_(Tensor target) => AddTensor_.CallInPlace(this, target);
        /// <inheritdoc cref="add_(Tensor)"/>
        public Tensor add_(Scalar scalar) => AddScalar_.CallInPlace(this, scalar);
        /// <summary>Adds alpha · target in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => AddTensor_.CallInPlace(this, target, alpha);
        /// <summary>Adds alpha · scalar in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => AddScalar_.CallInPlace(this, scalar, alpha);

        /// <summary>this − other.</summary>
        public Tensor sub(Tensor target) => SubTensor.Call(this, target);
        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor sub(Scalar scalar) => SubScalar.Call(this, scalar);
        /// <summary>this − alpha · target.</summary>
        public Tensor sub(Tensor target, Scalar alpha) => SubTensor.Call(this, target, alpha);
        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor subtract(Tensor target) => SubTensor.Call(this, target);
        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor subtract(Scalar scalar) => SubScalar.Call(this, scalar);
        /// <summary>Subtracts in place.</summary>
        public Tensor sub_(Tensor target) => SubTensor_.CallInPlace(this, target);
        /// <inheritdoc cref="sub_(Tensor)"/>
        public Tensor sub_(Scalar scalar) => SubScalar_.CallInPlace(this, scalar);
        /// <summary>Subtracts alpha · target in place.</summary>
        public Tensor sub_(Tensor target, Scalar alpha) => SubTensor_.CallInPlace(this, target, alpha);

        /// <summary>this · target.</summary>
        public Tensor mul(Tensor target) => MulTensor.Call(this, target);
        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor mul(Scalar scalar) => MulScalar.Call(this, scalar);
        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor multiply(Tensor target) => MulTensor.Call(this, target);
        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor multiply(Scalar scalar) => MulScalar.Call(this, scalar);
        /// <summary>Multiplies in place.</summary>
        public Tensor mul_(Tensor target) => MulTensor_.CallInPlace(this, target);
        /// <inheritdoc cref="mul_(Tensor)"/>
        public Tensor mul_(Scalar target) => MulScalar_.CallInPlace(this, target);

        /// <summary>this / target, rounded to an integer when a mode is given.</summary>
        public Tensor div(Tensor target, RoundingMode? rounding_mode = null) =>
            rounding_mode is null ? DivTensor.Call(this, target) : DivTensorMode.Call(this, target, rounding_mode.ToString());
        /// <inheritdoc cref="div(Tensor, RoundingMode?)"/>
        public Tensor div(Scalar target, RoundingMode? rounding_mode = null) =>
            rounding_mode is null ? DivScalar.Call(this, target) : DivScalarMode.Call(this, target, rounding_mode.ToString());
        /// <inheritdoc cref="div(Tensor, RoundingMode?)"/>
        public Tensor divide(Tensor target, RoundingMode? rounding_mode = null) => div(target, rounding_mode);
        /// <inheritdoc cref="div(Tensor, RoundingMode?)"/>
        public Tensor divide(Scalar target, RoundingMode? rounding_mode = null) => div(target, rounding_mode);
        /// <summary>Divides in place.</summary>
        public Tensor div_(Tensor target, RoundingMode? rounding_mode = null) =>
            rounding_mode is null ? DivTensor_.CallInPlace(this, target) : DivTensorMode_.CallInPlace(this, target, rounding_mode.ToString());
        /// <inheritdoc cref="div_(Tensor, RoundingMode?)"/>
        public Tensor div_(Scalar target, RoundingMode? rounding_mode = null) =>
            rounding_mode is null ? DivScalar_.CallInPlace(this, target) : DivScalarMode_.CallInPlace(this, target, rounding_mode.ToString());
        /// <summary>The quotient rounded down.</summary>
        public Tensor floor_divide(Tensor other) => div(other, RoundingMode.floor);
        /// <inheritdoc cref="floor_divide(Tensor)"/>
        public Tensor floor_divide(Scalar other) => div(other, RoundingMode.floor);

        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor other) => RemainderTensor.Call(this, other);
        /// <inheritdoc cref="remainder(Tensor)"/>
        public Tensor remainder(Scalar scalar) => RemainderScalar.Call(this, scalar);
        /// <summary>The remainder of division, with the sign of the dividend.</summary>
        public Tensor fmod(Tensor target) => FmodTensor.Call(this, target);
        /// <inheritdoc cref="fmod(Tensor)"/>
        public Tensor fmod(Scalar scalar) => FmodScalar.Call(this, scalar);

        /// <summary>this + value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Addcmul.Call(this, tensor1, tensor2, value);
        /// <summary>Adds value · tensor1 · tensor2 in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Addcmul_.CallInPlace(this, tensor1, tensor2, value);
        /// <summary>this + value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Addcdiv.Call(this, tensor1, tensor2, value);
        /// <summary>Adds value · tensor1 / tensor2 in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Addcdiv_.CallInPlace(this, tensor1, tensor2, value);

        private static readonly Operator AddTensor = new("add.Tensor"), AddScalar = new("add.Scalar");
        private static readonly Operator AddTensor_ = new("add_.Tensor"), AddScalar_ = new("add_.Scalar");
        private static readonly Operator SubTensor = new("sub.Tensor"), SubScalar = new("sub.Scalar");
        private static readonly Operator SubTensor_ = new("sub_.Tensor"), SubScalar_ = new("sub_.Scalar");
        private static readonly Operator MulTensor = new("mul.Tensor"), MulScalar = new("mul.Scalar");
        private static readonly Operator MulTensor_ = new("mul_.Tensor"), MulScalar_ = new("mul_.Scalar");
        private static readonly Operator DivTensor = new("div.Tensor"), DivScalar = new("div.Scalar");
        private static readonly Operator DivTensor_ = new("div_.Tensor"), DivScalar_ = new("div_.Scalar");
        private static readonly Operator DivTensorMode = new("div.Tensor_mode"), DivScalarMode = new("div.Scalar_mode");
        private static readonly Operator DivTensorMode_ = new("div_.Tensor_mode"), DivScalarMode_ = new("div_.Scalar_mode");
        private static readonly Operator RemainderTensor = new("remainder.Tensor"), RemainderScalar = new("remainder.Scalar");
        private static readonly Operator FmodTensor = new("fmod.Tensor"), FmodScalar = new("fmod.Scalar");
        private static readonly Operator Addcmul = new("addcmul"), Addcmul_ = new("addcmul_");
        private static readonly Operator Addcdiv = new("addcdiv"), Addcdiv_ = new("addcdiv_");
        private static readonly Operator Rsub = new("rsub.Scalar"), RemainderFrom = new("remainder.Scalar_Tensor");
    }

    /// <summary>left + right.</summary>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);
    /// <inheritdoc cref="add(Tensor, Tensor)"/>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);
    /// <summary>left + alpha · right.</summary>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);
    /// <summary>left − right.</summary>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);
    /// <inheritdoc cref="sub(Tensor, Tensor)"/>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);
    /// <inheritdoc cref="sub(Tensor, Tensor)"/>
    public static Tensor subtract(Tensor left, Tensor right) => left.sub(right);
    /// <summary>left · right.</summary>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);
    /// <inheritdoc cref="mul(Tensor, Tensor)"/>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);
    /// <inheritdoc cref="mul(Tensor, Tensor)"/>
    public static Tensor multiply(Tensor left, Tensor right) => left.mul(right);
    /// <summary>left / right, rounded to an integer when a mode is given.</summary>
    public static Tensor div(Tensor left, Tensor right, RoundingMode? rounding_mode = null) => left.div(right, rounding_mode);
    /// <inheritdoc cref="div(Tensor, Tensor, RoundingMode?)"/>
    public static Tensor div(Tensor left, Scalar right, RoundingMode? rounding_mode = null) => left.div(right, rounding_mode);
    /// <inheritdoc cref="div(Tensor, Tensor, RoundingMode?)"/>
    public static Tensor divide(Tensor left, Tensor right, RoundingMode? rounding_mode = null) => left.div(right, rounding_mode);
    /// <summary>The quotient rounded down.</summary>
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);
    /// <summary>The remainder of division, with the sign of the divisor.</summary>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);
    /// <inheritdoc cref="remainder(Tensor, Tensor)"/>
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);
    /// <summary>The remainder of division, with the sign of the dividend.</summary>
    public static Tensor fmod(Tensor left, Tensor right) => left.fmod(right);
    /// <summary>input + value · tensor1 · tensor2.</summary>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);
    /// <summary>input + value · tensor1 / tensor2.</summary>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);
}
