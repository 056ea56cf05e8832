using TorchSharp.Interop;

namespace TorchSharp;

// Products added to tensors.
public static partial class torch
{
    /// <summary>beta · input + alpha · mat1 mat2.</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => Given(input).addmm(mat1, mat2, beta, alpha);
    /// <summary>Overwrites input with beta · input + alpha · mat1 mat2.</summary>
    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => Given(input).addmm_(mat1, mat2, beta, alpha);
    /// <summary>beta · input + alpha · mat1 mat2, of a matrix and a vector.</summary>
    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => Given(input).addmv(mat1, mat2, beta, alpha);
    /// <summary>Overwrites input with beta · input + alpha · mat1 mat2, of a matrix and a vector.</summary>
    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => Given(input).addmv_(mat1, mat2, beta, alpha);
    /// <summary>beta · input + alpha · vec1 vec2ᵀ.</summary>
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Given(input).addr(vec1, vec2, beta, alpha);
    /// <summary>Overwrites input with beta · input + alpha · vec1 vec2ᵀ.</summary>
    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Given(input).addr_(vec1, vec2, beta, alpha);
    /// <summary>beta · input + alpha · Σ batch1 batch2 over batches of matrices.</summary>
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Given(input).addbmm(batch1, batch2, beta, alpha);
    /// <summary>Overwrites input with beta · input + alpha · Σ batch1 batch2 over batches of matrices.</summary>
    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Given(input).addbmm_(batch1, batch2, beta, alpha);
    /// <summary>beta · input + alpha · batch1 batch2, of batches of matrices.</summary>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Given(input).baddbmm(batch1, batch2, beta, alpha);

    public partial class Tensor
    {
        /// <summary>beta · this + alpha · mat1 mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);
        /// <summary>Becomes beta · this + alpha · mat1 mat2.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Addmm_.CallInPlace(this, mat1, mat2, (double)beta, (double)alpha);
        /// <summary>beta · this + alpha · vec1 vec2, of a matrix and a vector.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Addmv.Call(this, mat, vec, (double)beta, (double)alpha);
        /// <summary>Becomes beta · this + alpha · vec1 vec2, of a matrix and a vector.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Addmv_.CallInPlace(this, mat, vec, (double)beta, (double)alpha);
        /// <summary>beta · this + alpha · vec1 vec2ᵀ.</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Addr.Call(this, vec1, vec2, (double)beta, (double)alpha);
        /// <summary>Becomes beta · this + alpha · vec1 vec2ᵀ.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Addr_.CallInPlace(this, vec1, vec2, (double)beta, (double)alpha);
        /// <summary>beta · this + alpha · Σ batch1 batch2 over batches of matrices.</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Addbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);
        /// <summary>Becomes beta · this + alpha · Σ batch1 batch2 over batches of matrices.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Addbmm_.CallInPlace(this, batch1, batch2, (double)beta, (double)alpha);
        /// <summary>beta · this + alpha · batch1 batch2, of batches of matrices.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Baddbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        private static readonly Operator Addmm = new("addmm"), Addmm_ = new("addmm_"), Addmv = new("addmv"), Addmv_ = new("addmv_");
        private static readonly Operator Addr = new("addr"), Addr_ = new("addr_"), Addbmm = new("addbmm"), Addbmm_ = new("addbmm_");
        private static readonly Operator Baddbmm = new("baddbmm");
    }
}
