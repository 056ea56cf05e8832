using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A χ² distribution: the sum of squares of standard normal variables.</summary>
    public class Chi2 : Gamma
    {
        /// <summary>A batch of the shape of the degrees of freedom.</summary>
        /// <param name="df">The degrees of freedom; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">A parameter is out of range.</exception>
        public Chi2(Tensor df, Generator? generator = null)
            : base(df / 2, tensor(0.5, df.dtype), generator)
        {
        }

        /// <summary>The degrees of freedom.</summary>
        public Tensor df => Parameters[0]! * 2;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A χ² distribution: the sum of squares of standard normal variables.</summary>
            /// <param name="df">The degrees of freedom; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Chi2 Chi2(Tensor df, Generator? generator = null) => new(df, generator);
        }
    }
}
