namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>How the tensors of the ranks are combined, element by element; the numbers are libtorch's.</summary>
        public enum ReduceOp
        {
            /// <summary>Their sum.</summary>
            SUM = 0,
            /// <summary>Their sum divided by the number of ranks; for floating-point types.</summary>
            AVG = 1,
            /// <summary>Their product.</summary>
            PRODUCT = 2,
            /// <summary>The smallest.</summary>
            MIN = 3,
            /// <summary>The largest.</summary>
            MAX = 4,
            /// <summary>Bitwise and; for integer types.</summary>
            BAND = 5,
            /// <summary>Bitwise or; for integer types.</summary>
            BOR = 6,
            /// <summary>Bitwise exclusive or; for integer types.</summary>
            BXOR = 7,
        }
    }
}
