namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Regions in which values, or parameters, may lie.</summary>
        public static partial class constraints
        {
            /// <summary>A region in which values may lie.</summary>
            public abstract class Constraint
            {
                /// <summary>A region.</summary>
                /// <param name="is_discrete">Whether it has countably many points.</param>
                /// <param name="event_dim">How many of the last dimensions make one value.</param>
                protected Constraint(bool is_discrete, int event_dim) => (this.is_discrete, this.event_dim) = (is_discrete, event_dim);

                /// <summary>A region of real numbers.</summary>
                protected Constraint()
                    : this(false, 0)
                {
                }

                /// <summary>Whether it has countably many points.</summary>
                public virtual bool is_discrete { get; protected set; }

                /// <summary>How many of the last dimensions make one value.</summary>
                public virtual int event_dim { get; protected set; }

                /// <summary>In words, after "must be".</summary>
                internal virtual string Meaning => GetType().Name;

                /// <summary>Whether each value lies in the region.</summary>
                public abstract Tensor check(Tensor value);

                /// <summary>The name of the region.</summary>
                public override string ToString() => GetType().Name + "()";
            }

            private sealed class Region(string meaning, Func<Tensor, Tensor> holds, bool discrete = false, int dimensions = 0) : Constraint(discrete, dimensions)
            {
                internal override string Meaning => meaning;

                public override Tensor check(Tensor value) => holds(value);

                public override string ToString() => meaning;
            }

            private static Tensor Whole(Tensor value) => value.remainder(1).eq(0);

            /// <summary>0 or 1.</summary>
            public static readonly Constraint boolean = new Region("0 or 1", x => x.eq(0).logical_or(x.eq(1)), discrete: true);

            /// <summary>One 1 among zeros, along the last dimension.</summary>
            public static readonly Constraint one_hot =
                new Region("one 1 among zeros", x => x.eq(0).logical_or(x.eq(1)).all(-1).logical_and(x.sum(-1).eq(1)), true, 1);

            /// <summary>0, 1, 2, …</summary>
            public static readonly Constraint nonnegative_integer = new Region("a whole number of at least 0", x => Whole(x).logical_and(x.ge(0)), true);

            /// <summary>1, 2, 3, …</summary>
            public static readonly Constraint positive_integer = new Region("a whole number of at least 1", x => Whole(x).logical_and(x.ge(1)), true);

            /// <summary>Any number but NaN.</summary>
            public static readonly Constraint real = new Region("a number", x => x.eq(x));

            /// <summary>Any vector without NaN.</summary>
            public static readonly Constraint real_vector = new Region("a vector of numbers", x => x.eq(x).all(-1), dimensions: 1);

            /// <summary>Numbers above 0.</summary>
            public static readonly Constraint positive = new Region("positive", x => x.gt(0));

            /// <summary>Numbers of at least 0.</summary>
            public static readonly Constraint nonnegative = new Region("at least 0", x => x.ge(0));

            /// <summary>Numbers in [0, 1].</summary>
            public static readonly Constraint unit_interval = new Region("in [0, 1]", x => x.ge(0).logical_and(x.le(1)));

            /// <summary>Numbers of at least 0 that sum to 1 along the last dimension.</summary>
            public static readonly Constraint simplex =
                new Region("of numbers that are at least 0 and sum to 1", x => x.ge(0).all(-1).logical_and((x.sum(-1) - 1).abs().lt(1e-6)), dimensions: 1);

            /// <summary>Lower triangular matrices.</summary>
            public static readonly Constraint lower_triangular = new Region("a lower triangular matrix", x => x.tril().eq(x).flatten(-2).all(-1), dimensions: 2);

            /// <summary>Lower triangular matrices with a positive diagonal.</summary>
            public static readonly Constraint lower_cholesky = new Region(
                "a lower triangular matrix with a positive diagonal",
                x => x.tril().eq(x).flatten(-2).all(-1).logical_and(x.diagonal(0, -2, -1).gt(0).all(-1)),
                dimensions: 2);

            /// <summary>Symmetric matrices with positive eigenvalues.</summary>
            public static readonly Constraint positive_definite = new Region(
                "a symmetric positive definite matrix",
                x => (x - x.transpose(-2, -1)).abs().le(1e-6).flatten(-2).all(-1).logical_and(linalg.eigvalsh(x).gt(0).all(-1)),
                dimensions: 2);

            /// <summary>Whole numbers in [lb, ub].</summary>
            public static Constraint integer_interval(long lb, long ub) => new Region(
                $"a whole number in [{lb}, {ub}]", x => Whole(x).logical_and(x.ge(lb)).logical_and(x.le(ub)), true);

            /// <summary>Numbers in [lower_bound, upper_bound].</summary>
            public static Constraint interval(double lower_bound, double upper_bound) =>
                new Region($"in [{lower_bound}, {upper_bound}]", x => x.ge(lower_bound).logical_and(x.le(upper_bound)));

            /// <summary>Numbers in [lower_bound, upper_bound).</summary>
            public static Constraint half_open_interval(double lower_bound, double upper_bound) =>
                new Region($"in [{lower_bound}, {upper_bound})", x => x.ge(lower_bound).logical_and(x.lt(upper_bound)));

            /// <summary>Numbers above a bound.</summary>
            public static Constraint greater_than(double lower_bound) => new Region($"greater than {lower_bound}", x => x.gt(lower_bound));

            /// <summary>Numbers above a bound of their own each.</summary>
            internal static Constraint greater_than(Tensor lower_bound, string name) => new Region("greater than " + name, x => x.gt(lower_bound));

            /// <summary>Numbers of at least 0, not all 0, along the last dimension.</summary>
            internal static Constraint weights { get; } =
                new Region("at least 0, and not 0 only", x => x.ge(0).all(-1).logical_and(x.sum(-1).gt(0)), dimensions: 1);

            /// <summary>Numbers of at least a bound.</summary>
            public static Constraint greater_than_eq(double lower_bound) => new Region($"at least {lower_bound}", x => x.ge(lower_bound));

            /// <summary>Numbers below a bound.</summary>
            public static Constraint less_than(double upper_bound) => new Region($"less than {upper_bound}", x => x.lt(upper_bound));

            /// <summary>Regions that depend on other values, so that nothing can be checked.</summary>
            public static readonly Constraint dependent = new Region(
                "as other values allow", _ => throw new InvalidOperationException("A region that depends on other values cannot be checked."));

            /// <summary>Square matrices.</summary>
            public static readonly Constraint square = new Region("a square matrix", x => Matrices(x, x.size(-2) == x.size(-1)), dimensions: 2);

            /// <summary>Symmetric matrices.</summary>
            public static readonly Constraint symmetric = new Region(
                "a symmetric matrix", x => x.size(-2) == x.size(-1) ? x.isclose(x.mT, 1e-6, 1e-6).flatten(-2).all(-1) : Matrices(x, false), dimensions: 2);

            /// <summary>Symmetric matrices without negative eigenvalues.</summary>
            public static readonly Constraint positive_semidefinite = new Region(
                "a symmetric positive semidefinite matrix", x => symmetric.check(x).logical_and(linalg.eigvalsh(x).ge(0).all(-1)), dimensions: 2);

            /// <summary>Lower triangular matrices with a positive diagonal and rows of length 1: Cholesky factors of correlations.</summary>
            public static readonly Constraint corr_cholesky = new Region(
                "the Cholesky factor of a correlation matrix",
                x => lower_cholesky.check(x).logical_and((linalg.vector_norm(x, 2, [-1]) - 1).abs().lt(x.size(-1) * 10 * finfo(x.dtype).eps).all(-1)),
                dimensions: 2);

            /// <summary>A region whose last batch dimensions make one value: all of its parts must lie in the region.</summary>
            /// <param name="base_constraint">The region of the parts.</param>
            /// <param name="reinterpreted_batch_ndims">How many dimensions become dimensions of the value.</param>
            public static Constraint independent(Constraint base_constraint, int reinterpreted_batch_ndims)
            {
                ArgumentNullException.ThrowIfNull(base_constraint);
                AtLeast(reinterpreted_batch_ndims, 0);
                return new Region(
                    base_constraint.Meaning,
                    x => reinterpreted_batch_ndims == 0 ? base_constraint.check(x) : base_constraint.check(x).flatten(-reinterpreted_batch_ndims).all(-1),
                    base_constraint.is_discrete,
                    base_constraint.event_dim + reinterpreted_batch_ndims);
            }

            /// <summary>Counts of at least 0 that sum to at most a bound along the last dimension.</summary>
            public static Constraint multinomial(long upper_bound) => new Region(
                $"counts that sum to at most {upper_bound}", x => x.ge(0).all(-1).logical_and(x.sum(-1).le(upper_bound)), true, 1);

            /// <summary>Parts along a dimension, each in a region of its own.</summary>
            /// <param name="cseq">The regions.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="lengths">The size of each part; null for 1.</param>
            public static Constraint cat(IList<Constraint> cseq, long dim = 0L, IList<long>? lengths = null)
            {
                ArgumentNullException.ThrowIfNull(cseq);
                long[] sizes = lengths is null ? [.. cseq.Select(_ => 1L)] : [.. lengths];
                if (sizes.Length != cseq.Count)
                    throw new ArgumentException($"{cseq.Count} regions need as many lengths, not {sizes.Length}.", nameof(lengths));
                return new Region(
                    "parts in regions of their own",
                    x => torch.cat([.. x.split(sizes, dim).Zip(cseq, (part, region) => region.check(part))], dim),
                    cseq.Any(c => c.is_discrete),
                    cseq.Max(c => c.event_dim));
            }

            /// <summary>The places of a dimension, each in a region of its own.</summary>
            public static Constraint stack(IList<Constraint> cseq, int dim = 0)
            {
                ArgumentNullException.ThrowIfNull(cseq);
                return new Region(
                    "places in regions of their own",
                    x => torch.stack([.. x.unbind(dim).Zip(cseq, (part, region) => region.check(part))], dim),
                    cseq.Any(c => c.is_discrete),
                    cseq.Max(c => c.event_dim) + (dim < 0 ? 1 : 0));
            }

            private static Tensor Matrices(Tensor x, bool holds) => full(x.shape[..^2], holds, ScalarType.Bool);
        }
    }
}
