using TorchSharp.Interop;

namespace TorchSharp;

// Random tensors. Without a generator the default one is used.
public static partial class torch
{
    private static readonly Operator Rand = new("rand.generator"), Randn = new("randn.generator");
    private static readonly Operator RandInt = new("randint.low_generator"), RandPerm = new("randperm.generator");
    private static readonly Operator Multinomial = new("multinomial"), Poisson = new("poisson"), NormalTensors = new("normal.Tensor_Tensor");
    private static readonly Operator NormalSized = new("normal.float_float");
    private static readonly Operator RandLike = new("rand_like"), RandnLike = new("randn_like"), RandIntLike = new("randint_like.low_dtype");
    private static readonly Operator BernoulliDraw = new("bernoulli");

    /// <summary>Uniform numbers in [0, 1).</summary>
    public static Tensor rand(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Rand.Call(Sizes(size), generator, dtype ?? _defaultType, Value.None, device), requires_grad);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor rand(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand(size.ToArray(), dtype, device, requires_grad, generator);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor rand(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand([size], dtype, device, requires_grad, generator);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor rand(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand([rows, columns], dtype, device, requires_grad, generator);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor rand(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        rand([dim0, dim1, dim2], dtype, device, requires_grad, generator);
    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor rand(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers.</summary>
    public static Tensor randn(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Randn.Call(Sizes(size), generator, dtype ?? _defaultType, Value.None, device), requires_grad);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randn(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randn(size.ToArray(), dtype, device, requires_grad, generator);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randn(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randn([size], dtype, device, requires_grad, generator);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randn(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randn([rows, columns], dtype, device, requires_grad, generator);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randn(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        randn([dim0, dim1, dim2], dtype, device, requires_grad, generator);
    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randn(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Integers from <paramref name="low"/> up to, not including, <paramref name="high"/>.</summary>
    /// <exception cref="ArgumentException">There is no integer between the two.</exception>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null)
    {
        if (high <= low)
            throw new ArgumentException($"high must be greater than low ({low}), not {high}.", nameof(high));
        return Made(RandInt.Call(low, high, Sizes(size), generator, dtype ?? ScalarType.Int64, Value.None, device), requires_grad);
    }

    /// <summary>Integers from 0 up to, not including, <paramref name="high"/>.</summary>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>The numbers 0 … n − 1 in random order.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(RandPerm.Call(AtLeast(n, 0), generator, dtype ?? ScalarType.Int64, Value.None, device), requires_grad);

    /// <summary>1 with the probability that each element of <paramref name="input"/> gives, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => BernoulliDraw.Call(input, generator);

    /// <summary>Places drawn with the probabilities (any scale) in each row of <paramref name="input"/>.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Multinomial.Call(input, num_samples, replacement, generator);

    /// <summary>Poisson numbers with the rates of <paramref name="input"/>.</summary>
    public static Tensor poisson(Tensor input, Generator? generator = null) => Poisson.Call(input, generator);

    /// <summary>Normal numbers with the given means and standard deviations.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => NormalTensors.Call(mean, std, generator);

    /// <summary>Normal numbers of one mean and standard deviation.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Made(NormalSized.Call(mean, std, Sizes(size.ToArray()), generator, dtype ?? _defaultType, Value.None, device), requires_grad);

    /// <summary>Uniform numbers in [0, 1), in the shape of <paramref name="input"/>.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(RandLike.Call(input, dtype, Value.None, device), requires_grad);
    /// <summary>Standard normal numbers, in the shape of <paramref name="input"/>.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(RandnLike.Call(input, dtype, Value.None, device), requires_grad);
    /// <summary>Integers from low up to, not including, high, in the shape of <paramref name="input"/>.</summary>
    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(RandIntLike.Call(input, low, high, dtype, Value.None, device), requires_grad);

    public partial class Tensor
    {
        /// <summary>Overwrites with uniform numbers in [from, to).</summary>
        public Tensor uniform_(double from = 0, double to = 1, Generator? generator = null) => Uniform_.CallInPlace(this, from, to, generator);
        /// <summary>Overwrites with normal numbers.</summary>
        public Tensor normal_(double mean = 0.0, double stddev = 1.0, Generator? generator = null) =>
            Normal_.CallInPlace(this, mean, stddev, generator);
        /// <summary>Overwrites with 1 with probability p, else 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Bernoulli_.CallInPlace(this, p, generator);
        /// <inheritdoc cref="bernoulli_(double, Generator?)"/>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => BernoulliTensor_.CallInPlace(this, p, generator);
        /// <summary>1 with the probability that each element gives, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => torch.bernoulli(this, generator);
        /// <summary>Places drawn with the probabilities (any scale) in each row.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            torch.multinomial(this, num_samples, replacement, generator);
        /// <summary>Overwrites with exponentially distributed numbers of rate lambd.</summary>
        public Tensor exponential_(double lambd = 1.0, Generator? generator = null) => Exponential_.CallInPlace(this, lambd, generator);
        /// <summary>Overwrites with Cauchy numbers.</summary>
        public Tensor cauchy_(double median = 0.0, double sigma = 1.0, Generator? generator = null) =>
            Cauchy_.CallInPlace(this, median, sigma, generator);
        /// <summary>Overwrites with integers in [from, to).</summary>
        public Tensor random_(long from, long to, Generator? generator = null) => Random_.CallInPlace(this, from, to, generator);
        /// <summary>Standard normal numbers in this shape.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);
        /// <summary>Uniform numbers in [0, 1) in this shape.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        private static readonly Operator Uniform_ = new("uniform_"), Normal_ = new("normal_"), Bernoulli_ = new("bernoulli_.float");
        private static readonly Operator BernoulliTensor_ = new("bernoulli_.Tensor"), Exponential_ = new("exponential_");
        private static readonly Operator Cauchy_ = new("cauchy_"), Random_ = new("random_.from");
    }
}
