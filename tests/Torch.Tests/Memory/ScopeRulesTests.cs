using static TorchSharp.torch;

namespace TorchSharp.Tests.Memory;

/// <summary>Dispose scopes follow TorchSharp's rules.</summary>
public class ScopeRulesTests
{
    public static TheoryData<string> Names => [.. new ScopeRules().All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Programs_do_what_they_do_in_TorchSharp(string name)
    {
        var outcome = "";
        // On a thread of its own: programs leave scopes behind when they fail, and count what their thread does.
        var thread = new Thread(() =>
        {
            var rules = new ScopeRules();
            outcome = rules.Run(rules.All[name].Program);
        });
        thread.Start();
        thread.Join();
        Assert.Equal(new ScopeRules().All[name].Outcome, outcome);
    }

    [Fact]
    public void Packed_sequences_belong_to_scopes_and_their_tensors_do_not()
    {
        nn.utils.rnn.PackedSequence kept, gone, detached;
        using (NewDisposeScope())
        {
            DisposeScopeManager.Statistics.Reset();
            using (var inner = NewDisposeScope())
            {
                gone = Pack();
                kept = Pack().MoveToOuterDisposeScope();
                detached = Pack().DetachFromDisposeScope();
                Assert.True(inner.Contains(gone));
                Assert.False(inner.Contains(gone.data));
            }

            var counts = DisposeScopeManager.Statistics.PackedSequenceStatistics;
            Assert.Equal((3, 1, 1), (counts.CreatedInScopeCount, counts.DisposedInScopeCount, counts.DetachedFromScopeCount));
            Assert.True(gone.data.IsInvalid);
            Assert.False(kept.data.IsInvalid);
        }

        Assert.True(kept.data.IsInvalid);
        Assert.False(detached.data.IsInvalid);
        detached.Dispose();
        detached.Dispose();
        Assert.True(detached.data.IsInvalid);

        static nn.utils.rnn.PackedSequence Pack() => nn.utils.rnn.pack_padded_sequence(ones(3, 2, 1), tensor(new long[] { 3, 2 }));
    }

    [Fact]
    public void Scopes_own_tensors_only()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        Assert.Throws<InvalidOperationException>(() => scope.Attach(stream));
        Assert.Equal("disposable", Assert.Throws<ArgumentNullException>(() => scope.Attach((IDisposable)null!)).ParamName);
        scope.DisposeEverythingBut((Tensor)null!);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Counts_read_as_text()
    {
        DisposeScopeManager.Statistics.Reset();
        using (NewDisposeScope())
            ones(2);
        Assert.Equal(
            "ThreadTotalLiveCount: 0; CreatedOutsideScopeCount: 0; DisposedOutsideScopeCount: 0; CreatedInScopeCount: 1; "
            + "DisposedInScopeCount: 1; AttachedToScopeCount: 0; DetachedFromScopeCount: 0",
            DisposeScopeManager.Statistics.ToString());
    }

    [Fact]
    public void A_parameter_takes_over_the_tensor_it_is_made_of()
    {
        using var scope = NewDisposeScope();
        var data = ones(2);
        var parameter = nn.Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        Assert.True(parameter.requires_grad);
    }

    [Fact]
    public void Optimizer_state_and_gradients_outlive_the_scope_of_their_step()
    {
        using var layer = nn.Linear(2, 2);
        using var optimizer = optim.Adam(layer.parameters(), 0.1);
        for (var i = 0; i < 3; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            layer.call(ones(1, 2)).sum().backward();
            optimizer.step();
        }

        Assert.False(layer.weight.grad!.IsInvalid);
        Assert.False(layer.weight.IsInvalid);
    }
}
