using TorchSharp.Interop;

namespace TorchSharp;

// Sums, differences and products, elementwise; shapes broadcast and types promote as in PyTorch.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>this + target.</summary>
        public Tensor add(Tensor target) => Small.Call(Small.Kind.Add, Add, this, target);
        /// <inheritdoc cref="add(Tensor)"/>
        public Tensor add(Scalar scalar) => AddScalar.Call(this, scalar);
        /// <summary>this + alpha · target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Add.Call(this, target, alpha);
        /// <inheritdoc cref="add(Tensor, Scalar)"/>
        public Tensor add(Scalar scalar, Scalar alpha) => AddScalar.Call(this, scalar, alpha);
        /// <summary>this + target. Overwrites the tensor.</summary>
        public Tensor add_(Tensor target) => Add_.CallInPlace(this, target);
        /// <inheritdoc cref="add_(Tensor)"/>
        public Tensor add_(Scalar scalar) => AddScalar_.CallInPlace(this, scalar);
        /// <summary>this + alpha · target. Overwrites the tensor.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Add_.CallInPlace(this, target, alpha);
        /// <inheritdoc cref="add_(Tensor, Scalar)"/>
        public Tensor add_(Scalar scalar, Scalar alpha) => AddScalar_.CallInPlace(this, scalar, alpha);
        /// <summary>this − target.</summary>
        public Tensor sub(Tensor target) => Small.Call(Small.Kind.Sub, Sub, this, target);
        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor sub(Scalar target) => SubScalar.Call(this, target);
        /// <summary>this − target. Overwrites the tensor.</summary>
        public Tensor sub_(Tensor target) => Sub_.CallInPlace(this, target);
        /// <inheritdoc cref="sub_(Tensor)"/>
        public Tensor sub_(Scalar target) => SubScalar_.CallInPlace(this, target);
        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor subtract(Tensor target) => sub(target);
        /// <inheritdoc cref="sub(Scalar)"/>
        public Tensor subtract(Scalar target) => sub(target);
        /// <inheritdoc cref="sub_(Tensor)"/>
        public Tensor subtract_(Tensor target) => sub_(target);
        /// <inheritdoc cref="sub_(Scalar)"/>
        public Tensor subtract_(Scalar target) => sub_(target);
        /// <summary>this · target.</summary>
        public Tensor mul(Tensor target) => Small.Call(Small.Kind.Mul, Mul, this, target);
        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor mul(Scalar target) => MulScalar.Call(this, target);
        /// <summary>this · target. Overwrites the tensor.</summary>
        public Tensor mul_(Tensor target) => Mul_.CallInPlace(this, target);
        /// <inheritdoc cref="mul_(Tensor)"/>
        public Tensor mul_(Scalar target) => MulScalar_.CallInPlace(this, target);
        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor multiply(Tensor target) => mul(target);
        /// <inheritdoc cref="mul(Scalar)"/>
        public Tensor multiply(Scalar target) => mul(target);
        /// <summary>this + value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Addcmul.Call(this, tensor1, tensor2, value);
        /// <summary>Adds value · tensor1 · tensor2 in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Addcmul_.CallInPlace(this, tensor1, tensor2, value);
        /// <summary>this + value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Addcdiv.Call(this, tensor1, tensor2, value);
        /// <summary>this + tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => addcdiv(tensor1, tensor2, 1);
        /// <summary>Adds tensor1 / tensor2 in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => addcdiv_(tensor1, tensor2, 1);
        /// <summary>Adds value · tensor1 / tensor2 in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Addcdiv_.CallInPlace(this, tensor1, tensor2, value);

        private static readonly Operator Add = new("add.Tensor"), AddScalar = new("add.Scalar"), Add_ = new("add_.Tensor");
        private static readonly Operator AddScalar_ = new("add_.Scalar"), Sub = new("sub.Tensor"), SubScalar = new("sub.Scalar");
        private static readonly Operator Sub_ = new("sub_.Tensor"), SubScalar_ = new("sub_.Scalar"), Mul = new("mul.Tensor");
        private static readonly Operator MulScalar = new("mul.Scalar"), Mul_ = new("mul_.Tensor");
        private static readonly Operator MulScalar_ = new("mul_.Scalar"), Addcmul = new("addcmul"), Addcmul_ = new("addcmul_");
        private static readonly Operator Addcdiv = new("addcdiv"), Addcdiv_ = new("addcdiv_"), Rsub = new("rsub.Scalar");
    }

    /// <summary>left + target.</summary>
    public static Tensor add(Tensor left, Tensor right) => Given(left).add(right);
    /// <inheritdoc cref="add(Tensor, Tensor)"/>
    public static Tensor add(Tensor left, Scalar right) => Given(left).add(right);
    /// <summary>left + alpha · right.</summary>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => Given(left).add(right, alpha);
    /// <inheritdoc cref="add(Tensor, Tensor, Scalar)"/>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => Given(left).add(right, alpha);
    /// <summary>left + target. Overwrites <paramref name="left"/>.</summary>
    public static Tensor add_(Tensor left, Tensor right) => Given(left).add_(right);
    /// <inheritdoc cref="add_(Tensor, Tensor)"/>
    public static Tensor add_(Tensor left, Scalar right) => Given(left).add_(right);
    /// <summary>left + alpha · right. Overwrites <paramref name="left"/>.</summary>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => Given(left).add_(right, alpha);
    /// <inheritdoc cref="add_(Tensor, Tensor, Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => Given(left).add_(right, alpha);
    /// <summary>left − target.</summary>
    public static Tensor sub(Tensor left, Tensor right) => Given(left).sub(right);
    /// <inheritdoc cref="sub(Tensor, Tensor)"/>
    public static Tensor sub(Tensor left, Scalar right) => Given(left).sub(right);
    /// <summary>left − target. Overwrites <paramref name="left"/>.</summary>
    public static Tensor sub_(Tensor left, Tensor right) => Given(left).sub_(right);
    /// <inheritdoc cref="sub_(Tensor, Tensor)"/>
    public static Tensor sub_(Tensor left, Scalar right) => Given(left).sub_(right);
    /// <inheritdoc cref="sub(Tensor, Tensor)"/>
    public static Tensor subtract(Tensor left, Tensor right) => Given(left).sub(right);
    /// <inheritdoc cref="sub(Tensor, Scalar)"/>
    public static Tensor subtract(Tensor left, Scalar right) => Given(left).sub(right);
    /// <inheritdoc cref="sub_(Tensor, Tensor)"/>
    public static Tensor subtract_(Tensor left, Tensor right) => Given(left).sub_(right);
    /// <inheritdoc cref="sub_(Tensor, Scalar)"/>
    public static Tensor subtract_(Tensor left, Scalar right) => Given(left).sub_(right);
    /// <summary>left · target.</summary>
    public static Tensor mul(Tensor left, Tensor right) => Given(left).mul(right);
    /// <inheritdoc cref="mul(Tensor, Tensor)"/>
    public static Tensor mul(Tensor left, Scalar right) => Given(left).mul(right);
    /// <summary>left · target. Overwrites <paramref name="left"/>.</summary>
    public static Tensor mul_(Tensor left, Tensor right) => Given(left).mul_(right);
    /// <inheritdoc cref="mul_(Tensor, Tensor)"/>
    public static Tensor mul_(Tensor left, Scalar right) => Given(left).mul_(right);
    /// <inheritdoc cref="mul(Tensor, Tensor)"/>
    public static Tensor multiply(Tensor left, Tensor right) => Given(left).mul(right);
    /// <inheritdoc cref="mul(Tensor, Scalar)"/>
    public static Tensor multiply(Tensor left, Scalar right) => Given(left).mul(right);
    /// <inheritdoc cref="mul_(Tensor, Tensor)"/>
    public static Tensor multiply_(Tensor left, Tensor right) => Given(left).mul_(right);
    /// <inheritdoc cref="mul_(Tensor, Scalar)"/>
    public static Tensor multiply_(Tensor left, Scalar right) => Given(left).mul_(right);
    /// <summary>input + value · tensor1 · tensor2.</summary>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => Given(input).addcmul(tensor1, tensor2, value);
    /// <summary>Adds value · tensor1 · tensor2 to input in place.</summary>
    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => Given(input).addcmul_(tensor1, tensor2, value);
    /// <summary>input + value · tensor1 / tensor2.</summary>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => Given(input).addcdiv(tensor1, tensor2, value);
    /// <summary>Adds value · tensor1 / tensor2 to input in place.</summary>
    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => Given(input).addcdiv_(tensor1, tensor2, value);
}
