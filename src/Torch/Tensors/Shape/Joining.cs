using TorchSharp.Interop;

namespace TorchSharp;

// Tensors put together, and choices between them.
public static partial class torch
{
    private static readonly Operator Cat = new("cat"), Stack = new("stack"), WhereSelf = new("where.self"), WhereAll = new("where");
    private static readonly Operator Vstack = new("vstack"), Hstack = new("hstack"), Dstack = new("dstack");
    private static readonly Operator ColumnStack = new("column_stack"), RowStack = new("row_stack"), BlockDiag = new("block_diag");
    private static readonly Operator Meshgrid = new("meshgrid.indexing"), CartesianProd = new("cartesian_prod"), Combinations = new("combinations");

    /// <summary>Joined along an existing dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Cat.Call(Several(tensors), dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Cat.Call(Several(tensors), dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors, axis);
    /// <summary>Joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Stack.Call(Several(tensors), dim);
    /// <summary>Joined as rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Vstack.Call(Several(tensors));
    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor vstack(Tensor[] tensors) => Vstack.Call(Several(tensors));
    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => vstack(tensors.ToArray());
    /// <summary>Joined as rows.</summary>
    public static Tensor row_stack(IList<Tensor> tensors) => RowStack.Call(Several(tensors));
    /// <inheritdoc cref="row_stack(IList{Tensor})"/>
    public static Tensor row_stack(params Tensor[] tensors) => RowStack.Call(Several(tensors));
    /// <inheritdoc cref="row_stack(IList{Tensor})"/>
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => row_stack(tensors.ToArray());
    /// <summary>Joined along the second dimension, vectors along the first.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Hstack.Call(Several(tensors));
    /// <inheritdoc cref="hstack(IList{Tensor})"/>
    public static Tensor hstack(params Tensor[] tensors) => Hstack.Call(Several(tensors));
    /// <inheritdoc cref="hstack(IList{Tensor})"/>
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => hstack(tensors.ToArray());
    /// <inheritdoc cref="hstack(IList{Tensor})"/>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => hstack(Several(tensors));
    /// <summary>Joined as columns: vectors become columns first.</summary>
    public static Tensor column_stack(IList<Tensor> tensors) => ColumnStack.Call(Several(tensors));
    /// <inheritdoc cref="column_stack(IList{Tensor})"/>
    public static Tensor column_stack(params Tensor[] tensors) => ColumnStack.Call(Several(tensors));
    /// <inheritdoc cref="column_stack(IList{Tensor})"/>
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => column_stack(tensors.ToArray());
    /// <summary>Joined along the third dimension.</summary>
    public static Tensor dstack(IList<Tensor> tensors) => Dstack.Call(Several(tensors));
    /// <inheritdoc cref="dstack(IList{Tensor})"/>
    public static Tensor dstack(params Tensor[] tensors) => Dstack.Call(Several(tensors));
    /// <inheritdoc cref="dstack(IList{Tensor})"/>
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => dstack(tensors.ToArray());
    /// <inheritdoc cref="dstack(IList{Tensor})"/>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => dstack(Several(tensors));
    /// <summary>A matrix with the given matrices as blocks on its diagonal, 0 elsewhere.</summary>
    public static Tensor block_diag(params Tensor[] tensors) => BlockDiag.Call(Several(tensors));
    /// <summary>Of x where the condition holds, of y elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => WhereSelf.Call(condition, x, y);
    /// <summary>The places where the condition holds, one tensor for each dimension.</summary>
    public static Tensor[] where(Tensor condition) => WhereAll.CallList(condition);
    /// <summary>The coordinates of a grid: for vectors of sizes n, m …, tensors of shape [n, m, …] ("ij") or [m, n, …] ("xy").</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => indexing is "ij" or "xy"
        ? Meshgrid.CallList(Several(tensors), indexing)
        : throw new ArgumentException($"Grids are indexed by \"ij\" or \"xy\", not by \"{indexing}\".", nameof(indexing));
    /// <summary>All combinations of one element of each vector, one a row.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => CartesianProd.Call(Several(tensors));
    /// <inheritdoc cref="cartesian_prod(Tensor[])"/>
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => cartesian_prod(tensors.ToArray());
    /// <inheritdoc cref="cartesian_prod(Tensor[])"/>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => CartesianProd.Call(Several(tensors));
    /// <summary>All combinations of r elements of a vector, one a row.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Combinations.Call(input, AtLeast(r, 0), with_replacement);

    private static Tensor[] Several(IEnumerable<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var list = tensors as Tensor[] ?? tensors.ToArray();
        if (list.Length == 0)
            throw new ArgumentException("At least one tensor is needed.", nameof(tensors));
        var missing = Array.IndexOf(list, null);
        return missing < 0 ? list : throw new ArgumentException($"Tensor number {missing} of {list.Length} is null.", nameof(tensors));
    }

    public partial class Tensor
    {
        /// <summary>This where the condition holds, y elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);
        /// <inheritdoc cref="torch.block_diag"/>
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
    }
}
