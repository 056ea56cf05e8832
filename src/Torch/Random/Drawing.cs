using TorchSharp.Interop;

namespace TorchSharp;

// Random numbers whose distributions tensors give, and tensors overwritten with random numbers.
public static partial class torch
{
    /// <summary>1 with the probability that each element of <paramref name="input"/> gives, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Given(input).bernoulli(generator);
    /// <summary>How many of <paramref name="count"/> trials succeed, each with probability <paramref name="probs"/>.</summary>
    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) => Given(count).binomial(probs, generator);
    /// <summary>Places drawn with the probabilities (any scale) in each row of <paramref name="input"/>.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Given(input).multinomial(num_samples, replacement, generator);
    /// <summary>Poisson numbers with the rates of <paramref name="input"/>.</summary>
    public static Tensor poisson(Tensor input, Generator? generator = null) => Given(input).poisson(generator);
    /// <summary>Normal numbers with the given means and standard deviations.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => NormalTensors.Call(mean, std, generator);
    /// <summary>Gamma numbers of the given shapes and scale 1.</summary>
    public static Tensor _standard_gamma(Tensor input, Generator? generator = null) => StandardGamma.Call(input, generator);
    /// <summary>Dirichlet vectors with the given concentrations along the last dimension.</summary>
    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) => SampleDirichlet.Call(input, generator);

    private static readonly Operator NormalTensors = new("normal.Tensor_Tensor"), StandardGamma = new("_standard_gamma");
    private static readonly Operator SampleDirichlet = new("_sample_dirichlet");

    public partial class Tensor
    {
        /// <summary>1 with the probability that each element gives, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => Bernoulli.Call(this, generator);
        /// <summary>How many of as many trials as each element says succeed, each with probability <paramref name="prob"/>.</summary>
        public Tensor binomial(Tensor prob, Generator? generator = null) => Binomial.Call(this, prob, generator);
        /// <summary>Places drawn with the probabilities (any scale) in each row.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Multinomial.Call(this, AtLeast(num_samples, 1), replacement, generator);
        /// <summary>Poisson numbers with the rates that the elements give.</summary>
        public Tensor poisson(Generator? generator = null) => Poisson.Call(this, generator);

        /// <summary>Overwrites with 1 with probability p, else 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Bernoulli_.CallInPlace(this, p, generator);
        /// <inheritdoc cref="bernoulli_(double, Generator?)"/>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => BernoulliTensor_.CallInPlace(this, p, generator);
        /// <summary>Overwrites with uniform numbers in [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Uniform_.CallInPlace(this, from, to, generator);
        /// <summary>Overwrites with normal numbers.</summary>
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) => Normal_.CallInPlace(this, mean, std, generator);
        /// <summary>Overwrites with numbers whose logarithms are normal with this mean and standard deviation.</summary>
        public Tensor log_normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) => LogNormal_.CallInPlace(this, mean, std, generator);
        /// <summary>Overwrites with exponentially distributed numbers of rate lambda.</summary>
        public Tensor exponential_(double lambda = 1.0, Generator? generator = null) => Exponential_.CallInPlace(this, lambda, generator);
        /// <summary>Overwrites with Cauchy numbers.</summary>
        public Tensor cauchy_(double median = 0.0, double sigma = 1.0, Generator? generator = null) => Cauchy_.CallInPlace(this, median, sigma, generator);
        /// <summary>Overwrites with how many trials of probability p it took to succeed.</summary>
        public Tensor geometric_(double p, Generator? generator = null) => Geometric_.CallInPlace(this, p, generator);
        /// <summary>Overwrites with integers in [from, to).</summary>
        public Tensor random_(double from, double to, Generator? generator = null) => Random_.CallInPlace(this, (long)from, (long)to, generator);

        /// <summary>Uniform numbers in [0, 1) in this shape.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);
        /// <summary>Standard normal numbers in this shape.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);
        /// <summary>Integers from low up to, not including, high, in this shape.</summary>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randint_like(this, low, high, dtype, device, requires_grad);

        private static readonly Operator Bernoulli = new("bernoulli"), Binomial = new("binomial"), Multinomial = new("multinomial");
        private static readonly Operator Poisson = new("poisson"), Uniform_ = new("uniform_"), Normal_ = new("normal_");
        private static readonly Operator LogNormal_ = new("log_normal_"), Bernoulli_ = new("bernoulli_.float");
        private static readonly Operator BernoulliTensor_ = new("bernoulli_.Tensor"), Exponential_ = new("exponential_");
        private static readonly Operator Cauchy_ = new("cauchy_"), Geometric_ = new("geometric_"), Random_ = new("random_.from");
    }
}
