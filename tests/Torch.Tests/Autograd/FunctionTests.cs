using System.Runtime.CompilerServices;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp.Tests.Autograd;

/// <summary>Operations with derivatives of their own.</summary>
public class FunctionTests
{
    /// <summary>x³ · factor, whose derivative can itself be differentiated.</summary>
    private sealed class Cube : SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0]]);
            ctx.save_data("factor", vars[1]);
            return ((Tensor)vars[0]).pow(3) * (double)vars[1];
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) =>
            [grad_output * 3 * ctx.get_saved_variables()[0].square() * (double)ctx.get_data("factor"), null!];
    }

    /// <summary>Keeps its output: e^x is its own derivative.</summary>
    private sealed class Exponential : SingleTensorFunction<Exponential>
    {
        public override string Name => nameof(Exponential);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var result = ((Tensor)vars[0]).exp();
            ctx.save_for_backward([result]);
            return result;
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * ctx.get_saved_variables()[0]];
    }

    /// <summary>Sum and product, and a third output without derivative. The derivative counts what it was given.</summary>
    private sealed class SumAndProduct : MultiTensorFunction<SumAndProduct>
    {
        internal static bool Materialize = true;
        internal static bool[] Given = [];

        public override string Name => nameof(SumAndProduct);

        public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
        {
            var (x, y) = ((Tensor)vars[0], (Tensor)vars[1]);
            List<Tensor> results = [x + y, x * y, (x > y).to(float64)];
            ctx.save_for_backward([x, y]);
            ctx.mark_non_differentiable([results[2]]);
            ctx.set_materialize_grads(Materialize);
            return results;
        }

        public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
        {
            Given = [.. grad_outputs.Select(g => g is not null)];
            var saved = ctx.get_saved_variables();
            var sum = grad_outputs[0] ?? zeros_like(saved[0]);
            var product = grad_outputs[1] ?? zeros_like(saved[0]);
            return [sum + product * saved[1], sum + product * saved[0]];
        }
    }

    private sealed class Double : SingleTensorFunction<Double>
    {
        public override string Name => nameof(Double);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.mark_dirty([x]);
            x.mul_(2);
            return x;
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 2];
    }

    private sealed class Failing : SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => throw new FormatException("the cat ate it");
    }

    private sealed class Answering : SingleTensorFunction<Answering>
    {
        internal static Func<Tensor, List<Tensor>> Answer = null!;

        public override string Name => nameof(Answering);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => Answer(grad_output);
    }

    private static Tensor Variable(params double[] values) => tensor(values, requires_grad: true);

    private static double[] Values(Tensor tensor) => tensor.data<double>().ToArray();

    [Fact]
    public void Derivatives_are_those_of_the_function_to_any_order()
    {
        using var scope = NewDisposeScope();
        var x = Variable(2, -1);
        var y = Cube.apply(x, 0.5);
        Assert.Equal([4, -0.5], Values(y));
        Assert.True(y.requires_grad);
        var first = grad([y.sum()], [x], create_graph: true)[0];
        Assert.Equal([6, 1.5], Values(first)); // 3 x² / 2
        var second = grad([first.sum()], [x], create_graph: true)[0];
        Assert.Equal([6, -3], Values(second)); // 3 x
        Assert.Equal([3, 3], Values(grad([second.sum()], [x])[0]));
    }

    [Fact]
    public void A_kept_output_has_its_history()
    {
        using var scope = NewDisposeScope();
        var x = Variable(0.5);
        var first = grad([Exponential.apply(x)], [x], create_graph: true)[0];
        var second = grad([first], [x])[0];
        Assert.Equal(Math.Exp(0.5), second.ToDouble(), 1e-15);
    }

    [Fact]
    public void Gradient_penalties_reach_the_weights()
    {
        using var scope = NewDisposeScope();
        var (w, x) = (Variable(0.3, 0.7), Variable(1.1, -0.4));
        Tensor Penalty(Func<Tensor, Tensor> cube)
        {
            var derivative = grad([cube(w * x).sum()], [x], create_graph: true)[0];
            return (derivative.norm() - 1).square();
        }

        var expected = grad([Penalty(z => z.pow(3))], [w])[0];
        var found = grad([Penalty(z => Cube.apply(z, 1.0))], [w])[0];
        Assert.True(found.allclose(expected, 1e-12, 1e-14));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Missing_derivatives_are_zeros_or_null(bool materialize)
    {
        using var scope = NewDisposeScope();
        SumAndProduct.Materialize = materialize;
        var (x, y) = (Variable(2), Variable(3));
        var results = SumAndProduct.apply(x, y);
        Assert.False(results[2].requires_grad);
        results[1].backward();
        Assert.Equal([3, 2], [x.grad!.ToDouble(), y.grad!.ToDouble()]);
        Assert.Equal([materialize, true, materialize], SumAndProduct.Given);
    }

    [Fact]
    public void Changes_in_place_are_recorded()
    {
        using var scope = NewDisposeScope();
        var x = Variable(1, 2);
        var copy = x * 1;
        var same = Double.apply(copy);
        Assert.Equal([2, 4], Values(copy));
        copy.square().sum().backward();
        Assert.Equal([8, 16], Values(x.grad!)); // (2x)² has 8x
        Assert.Equal([2, 4], Values(same));
        Assert.Contains("leaf", Assert.Throws<TorchException>(() => Double.apply(x)).Message);
    }

    [Fact]
    public void Without_a_derivative_wanted_nothing_is_recorded()
    {
        using var scope = NewDisposeScope();
        Assert.False(Cube.apply(tensor([1.0]), 1.0).requires_grad);
        using (no_grad())
            Assert.False(Cube.apply(Variable(1), 1.0).requires_grad);
        Assert.Contains("backward pass only", Assert.Throws<InvalidOperationException>(() => Early.apply(Variable(1))).Message);
    }

    private sealed class Early : SingleTensorFunction<Early>
    {
        public override string Name => nameof(Early);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => ctx.get_saved_variables()[0];

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output];
    }

    [Fact]
    public void An_exception_in_the_derivative_comes_out_of_backward()
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < 3; i++)
        {
            var x = Variable(1);
            Assert.Equal("the cat ate it", Assert.Throws<FormatException>(() => Failing.apply(x * 2).backward()).Message);
            Assert.Throws<FormatException>(() => grad([Failing.apply(x)], [x]));
            Assert.Contains("grad", Assert.Throws<TorchException>(() => tensor([1.0]).backward()).Message); // and no later one is mixed up with it
        }
    }

    [Fact]
    public void Derivatives_of_the_wrong_number_or_shape_are_refused()
    {
        using var scope = NewDisposeScope();
        void Refused<T>(string part, Func<Tensor, List<Tensor>> answer) where T : Exception
        {
            Answering.Answer = answer;
            Assert.Contains(part, Assert.Throws<T>(() => Answering.apply(Variable(1, 2), "text").sum().backward()).Message);
        }

        Refused<InvalidOperationException>("2 arguments", g => [g]);
        Refused<InvalidOperationException>("argument 1", g => [g, g]);
        Refused<InvalidOperationException>("not 3", g => [g, null!, g]);
        Refused<TorchException>("invalid gradient", g => [ones(3, float64), null!]);
        Answering.Answer = g => [g, null!, null!];
        Answering.apply(Variable(1, 2), "text").sum().backward();
    }

    [Fact]
    public void Changing_what_was_saved_and_going_back_twice_are_errors()
    {
        using var scope = NewDisposeScope();
        var x = Variable(1, 2);
        var copy = x * 1;
        var y = Cube.apply(copy, 1.0);
        copy.add_(1);
        Assert.Contains("modified by an inplace operation", Assert.Throws<TorchException>(() => y.sum().backward()).Message);
        var z = Cube.apply(x, 1.0).sum();
        z.backward();
        Assert.Contains("second time", Assert.Throws<TorchException>(() => z.backward()).Message);
        var kept = Cube.apply(x, 1.0).sum();
        autograd.backward(kept, retain_graph: true);
        kept.backward();
        Assert.Equal([9, 36], Values(x.grad!)); // three times 3 x²
    }

    [Fact]
    public void Contexts_die_with_their_graph()
    {
        var marks = Train(2000);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(marks.Count(m => m.IsAlive), 0, 5);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Train(int steps)
    {
        var marks = new List<WeakReference>();
        using var x = Variable(0.5, 0.25);
        for (var i = 0; i < steps; i++)
        {
            var mark = new object();
            marks.Add(new(mark));
            Marked.apply(x, mark).sum().backward();
            if (i % 3 == 0)
                Marked.apply(x, mark); // never differentiated
            if (i % 50 == 0)
                Assert.Throws<FormatException>(() => Failing.apply(x).sum().backward());
        }

        return marks;
    }

    private sealed class Marked : SingleTensorFunction<Marked>
    {
        public override string Name => nameof(Marked);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            ctx.save_data("mark", vars[1]);
            ctx.save_for_backward([(Tensor)vars[0]]);
            return ((Tensor)vars[0]) * 2;
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 2, null!];
    }
}
