using static TorchSharp.torch;

namespace TorchSharp.Tests.Memory;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor inside, kept, detached, outer;
        using (NewDisposeScope())
        {
            outer = ones(1);
            using (var scope = NewDisposeScope())
            {
                inside = ones(2) + 1;
                kept = (ones(3) * 2).MoveToOuterDisposeScope();
                detached = ones(4).DetachFromDisposeScope();
                Assert.Equal(3, scope.DisposablesCount); // ones(2), inside and ones(3)
                Assert.True(scope.Contains(inside));
                Assert.Same(scope, CurrentDisposeScope);
            }

            Assert.True(inside.IsInvalid);
            Assert.False(outer.IsInvalid);
            Assert.False(kept.IsInvalid);
        }

        Assert.True(kept.IsInvalid);
        Assert.True(outer.IsInvalid);
        Assert.False(detached.IsInvalid);
        Assert.Null(CurrentDisposeScope);
        detached.Dispose();
    }

    [Fact]
    public void Everything_but_some_can_be_disposed_early()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (ones(1), ones(2), ones(3));
        Assert.Same(b, scope.DisposeEverythingBut(b));
        Assert.True(a.IsInvalid && c.IsInvalid);
        Assert.False(b.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        scope.DisposeEverything();
        Assert.True(b.IsInvalid);
    }

    [Fact]
    public void Tensors_move_between_scopes()
    {
        using var outer = NewDisposeScope();
        Tensor a, b;
        using (var inner = NewDisposeScope())
        {
            (a, b) = inner.MoveToOuter(ones(1), ones(2));
            inner.Attach(a);
            Assert.False(outer.Contains(a));
            inner.MoveToOther(outer, a);
            Assert.True(outer.Contains(a));
        }

        Assert.False(a.IsInvalid || b.IsInvalid);
        a.Dispose();
        Assert.False(outer.Contains(a));
        b.MoveToOtherDisposeScope((DisposeScope?)null);
        Assert.False(outer.Contains(b));
        b.Dispose();
    }

    [Fact]
    public void A_wrapped_expression_keeps_its_result_only()
    {
        Tensor? middle = null;
        using var result = WrappedTensorDisposeScope(() =>
        {
            middle = ones(3) + 1;
            return middle * 2;
        });
        Assert.True(middle!.IsInvalid);
        Assert.Equal(12, result.sum().ToDouble());
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(2));
        thread.Start();
        thread.Join();
        Assert.False(scope.Contains(other!));
        other!.Dispose();
    }

    [Fact]
    public void A_modules_parameters_outlive_the_scope_it_was_made_in()
    {
        nn.Module<Tensor, Tensor> model;
        using (NewDisposeScope())
            model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3));
        Assert.All(model.parameters(), p => Assert.False(p.IsInvalid));
        Assert.All(model.buffers(), b => Assert.False(b.IsInvalid));
        var parameters = model.parameters().ToArray();
        model.Dispose();
        Assert.All(parameters, p => Assert.True(p.IsInvalid));
    }
}
