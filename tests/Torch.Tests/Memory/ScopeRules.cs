using static TorchSharp.torch;

namespace TorchSharp.Tests.Memory;

/// <summary>
/// Little programs with dispose scopes, and what the genuine TorchSharp 0.107.0 makes of them: the values they note, then how many tensors were
/// created/disposed outside scopes and in scopes, attached and detached, and how many live.
/// </summary>
internal sealed class ScopeRules
{
    private readonly List<string> _notes = [];

    internal Dictionary<string, (Action Program, string Outcome)> All => new()
    {
        ["create in scope"] = (
            () => { Tensor a; using (var s = NewDisposeScope()) { a = ones(2); Note(s.DisposablesCount); Note(s.Contains(a)); } Note(a.IsInvalid); },
            "1 True True | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["create outside"] = (
            () => { var a = ones(2); a.Dispose(); Note(a.IsInvalid); },
            "True | out 1/1 in 0/0 att 0 det 0 live 0"),
        ["dispose in scope"] = (
            () => { using var s = NewDisposeScope(); var a = ones(2); a.Dispose(); Note(s.DisposablesCount); Note(s.Contains(a)); },
            "0 False | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["dispose twice"] = (
            () => { using var s = NewDisposeScope(); var a = ones(2); a.Dispose(); a.Dispose(); Note(s.DisposablesCount); },
            "0 | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["move to outer"] = (
            () => { Tensor a; using (var o = NewDisposeScope()) { using (var s = NewDisposeScope()) { a = ones(2); s.MoveToOuter(a); Note(s.DisposablesCount); Note(o.DisposablesCount);} Note(a.IsInvalid);} Note(a.IsInvalid); },
            "0 1 False True | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["move to outer from outermost"] = (
            () => { Tensor a; using (var s = NewDisposeScope()) { a = ones(2); s.MoveToOuter(a); } Note(a.IsInvalid); a.Dispose(); },
            "False | out 0/1 in 1/0 att 0 det 1 live 0"),
        ["tensor.MoveToOuter"] = (
            () => { Tensor a; using (var o = NewDisposeScope()) { using (var s = NewDisposeScope()) { a = ones(2).MoveToOuterDisposeScope(); } Note(a.IsInvalid);} Note(a.IsInvalid); },
            "False True | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["tensor.MoveToOuter when outer scope owns it"] = (
            () => { Tensor a; using (var o = NewDisposeScope()) { a = ones(2); using (var s = NewDisposeScope()) { a.MoveToOuterDisposeScope(); Note(o.Contains(a)); Note(s.Contains(a)); } Note(a.IsInvalid);} Note(a.IsInvalid); },
            "False False False False | out 0/0 in 1/0 att 0 det 1 live 1"),
        ["inner.MoveToOuter of outer's"] = (
            () => { using var o = NewDisposeScope(); var a = ones(2); using (var s = NewDisposeScope()) { s.MoveToOuter(a); Note(o.Contains(a)); Note(s.Contains(a)); } Note(a.IsInvalid); },
            "True False False | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["move tensor of no scope"] = (
            () => { var a = ones(2); using (var o = NewDisposeScope()) { using var s = NewDisposeScope(); s.MoveToOuter(a); Note(o.Contains(a)); } Note(a.IsInvalid); a.Dispose(); },
            "False False | out 1/1 in 0/0 att 0 det 0 live 0"),
        ["tensor of no scope MoveToOuterDisposeScope"] = (
            () => { var a = ones(2); using (var o = NewDisposeScope()) { using var s = NewDisposeScope(); a.MoveToOuterDisposeScope(); Note(o.Contains(a)); } Note(a.IsInvalid); a.Dispose(); },
            "False False | out 1/1 in 0/0 att 0 det 0 live 0"),
        ["detach"] = (
            () => { Tensor a; using (var s = NewDisposeScope()) { a = ones(2).DetachFromDisposeScope(); Note(s.DisposablesCount); } Note(a.IsInvalid); a.Dispose(); },
            "0 False | out 0/1 in 1/0 att 0 det 1 live 0"),
        ["scope.Detach"] = (
            () => { Tensor a, b; using (var s = NewDisposeScope()) { a = ones(2); b = ones(2); s.Detach(a, b); Note(s.DisposablesCount); } Note(a.IsInvalid); a.Dispose(); b.Dispose(); },
            "0 False | out 0/2 in 2/0 att 0 det 2 live 0"),
        ["detach twice"] = (
            () => { using var s = NewDisposeScope(); var a = ones(2); s.Detach(a); s.Detach(a); a.DetachFromDisposeScope(); a.Dispose(); },
            "| out 0/1 in 1/0 att 0 det 1 live 0"),
        ["detach other scope's"] = (
            () => { using var o = NewDisposeScope(); var a = ones(2); using var s = NewDisposeScope(); s.Detach(a); Note(o.Contains(a)); },
            "True | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["attach new scope"] = (
            () => { var a = ones(2); using (var s = NewDisposeScope()) { s.Attach(a); Note(s.Contains(a)); } Note(a.IsInvalid); },
            "True True | out 1/0 in 0/1 att 1 det 0 live 0"),
        ["attach steals"] = (
            () => { using var o = NewDisposeScope(); var a = ones(2); using (var s = NewDisposeScope()) { s.Attach(a); Note(s.Contains(a)); Note(o.Contains(a)); } Note(a.IsInvalid); },
            "True False True | out 0/0 in 1/1 att 1 det 0 live 0"),
        ["attach twice"] = (
            () => { using var o = NewDisposeScope(); var a = ones(2); o.Attach(a); o.Attach(a); Note(o.DisposablesCount); },
            "1 | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["attach many"] = (
            () => { var a = ones(2); var b = ones(2); using (var s = NewDisposeScope()) { s.Attach(a, b); Note(s.DisposablesCount); s.Attach(new List<IDisposable>{a}); Note(s.DisposablesCount); } Note(a.IsInvalid); Note(b.IsInvalid); },
            "2 2 True True | out 2/0 in 0/2 att 2 det 0 live 0"),
        ["attach result"] = (
            () => { var a = ones(2); using var s = NewDisposeScope(); var l = s.Attach((IEnumerable<IDisposable>)new IDisposable[]{a}); Note(l.Count); },
            "1 | out 1/0 in 0/1 att 1 det 0 live 0"),
        ["move to other"] = (
            () => { using var o = NewDisposeScope(); using var m = NewDisposeScope(); using var s = NewDisposeScope(); var a = ones(2); s.MoveToOther(o, a); Note(o.Contains(a)); Note(m.Contains(a)); a.MoveToOtherDisposeScope(m); Note(m.Contains(a)); Note(o.Contains(a)); },
            "True False True False | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["move to other's scope of tensor"] = (
            () => { using var o = NewDisposeScope(); var b = ones(2); using var s = NewDisposeScope(); var a = ones(2); a.MoveToOtherDisposeScope(b); Note(o.Contains(a)); },
            "True | out 0/0 in 2/2 att 0 det 0 live 0"),
        ["move to other's scope of tensor without"] = (
            () => { var b = ones(2); using (var s = NewDisposeScope()) { var a = ones(2); a.MoveToOtherDisposeScope(b); Note(s.Contains(a)); a.Dispose(); } b.Dispose(); },
            "False | out 1/2 in 1/0 att 0 det 1 live 0"),
        ["move to null scope"] = (
            () => { Tensor a; using (var s = NewDisposeScope()) { a = ones(2); a.MoveToOtherDisposeScope((DisposeScope?)null); Note(s.Contains(a)); } Note(a.IsInvalid); a.Dispose(); },
            "False False | out 0/1 in 1/0 att 0 det 1 live 0"),
        ["no scope tensor moved to scope"] = (
            () => { var a = ones(2); using (var s = NewDisposeScope()) { a.MoveToOtherDisposeScope(s); Note(s.Contains(a)); } Note(a.IsInvalid); },
            "True True | out 1/0 in 0/1 att 1 det 0 live 0"),
        ["everything"] = (
            () => { using var s = NewDisposeScope(); var a = ones(2); var b = ones(3); s.DisposeEverything(); Note(a.IsInvalid); Note(b.IsInvalid); Note(s.DisposablesCount); var c = ones(2); Note(s.Contains(c)); },
            "True True 0 True | out 0/0 in 3/3 att 0 det 0 live 0"),
        ["everything but"] = (
            () => { using var s = NewDisposeScope(); var a = ones(2); var b = ones(3); var k = s.DisposeEverythingBut(a); Note(ReferenceEquals(k, a)); Note(a.IsInvalid); Note(b.IsInvalid); Note(s.DisposablesCount); },
            "True False True 1 | out 0/0 in 2/2 att 0 det 0 live 0"),
        ["everything but foreign"] = (
            () => { var f = ones(2); using (var s = NewDisposeScope()) { var b = ones(3); s.DisposeEverythingBut(f); Note(s.Contains(f)); Note(s.DisposablesCount); Note(b.IsInvalid);} Note(f.IsInvalid); f.Dispose(); },
            "True 1 True True | out 1/1 in 1/1 att 0 det 0 live 0"),
        ["everything but two"] = (
            () => { using var s = NewDisposeScope(); var a = ones(2); var b = ones(3); var c = ones(3); s.DisposeEverythingBut(a, b); Note(c.IsInvalid); Note(s.DisposablesCount); },
            "True 2 | out 0/0 in 3/3 att 0 det 0 live 0"),
        ["everything but list"] = (
            () => { using var s = NewDisposeScope(); var a = ones(2); var b = ones(3); s.DisposeEverythingBut(new List<IDisposable>{b}); Note(a.IsInvalid); Note(s.DisposablesCount); },
            "True 1 | out 0/0 in 2/2 att 0 det 0 live 0"),
        ["dispose scope twice"] = (
            () => { var s = NewDisposeScope(); var a = ones(2); s.Dispose(); s.Dispose(); Note(a.IsInvalid); Note(CurrentDisposeScope is null); },
            "True True | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["outer disposed first"] = (
            () => { var o = NewDisposeScope(); var a = ones(2); var s = NewDisposeScope(); var b = ones(2); o.Dispose(); Note(a.IsInvalid); Note(b.IsInvalid); Note(ReferenceEquals(CurrentDisposeScope, s)); var c = ones(2); Note(s.Contains(c)); s.MoveToOuter(b); Note(b.IsInvalid); s.Dispose(); Note(b.IsInvalid); Note(c.IsInvalid); Note(CurrentDisposeScope is null); },
            "True False True True False False True True | out 0/0 in 3/2 att 0 det 1 live 1"),
        ["middle disposed first"] = (
            () => { var o = NewDisposeScope(); var m = NewDisposeScope(); var s = NewDisposeScope(); m.Dispose(); Note(ReferenceEquals(CurrentDisposeScope, s)); var b = ones(2); s.MoveToOuter(b); Note(o.Contains(b)); Note(m.Contains(b)); s.Dispose(); Note(ReferenceEquals(CurrentDisposeScope, o)); Note(b.IsInvalid); o.Dispose(); Note(b.IsInvalid); },
            "True True False True False True | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["attach to disposed scope"] = (
            () => { var s = NewDisposeScope(); s.Dispose(); var a = ones(2); s.Attach(a); Note(s.DisposablesCount); Note(a.IsInvalid); a.Dispose(); },
            "EX ObjectDisposedException Cannot access a disposed object. | out 1/0 in 0/0 att 0 det 0 live 1"),
        ["mark as disposed"] = (
            () => { Tensor a; using (var s = NewDisposeScope()) { a = ones(2); s.MarkAsDisposed(a); Note(s.Contains(a)); } Note(a.IsInvalid); a.Dispose(); },
            "False False | out 0/1 in 1/0 att 0 det 0 live 0"),
        ["wrapped"] = (
            () => { using var o = NewDisposeScope(); var a = WrappedTensorDisposeScope(() => ones(2) + ones(2)); Note(o.DisposablesCount); Note(o.Contains(a)); },
            "1 True | out 0/0 in 3/3 att 0 det 0 live 0"),
        ["wrapped outside"] = (
            () => { var a = WrappedTensorDisposeScope(() => ones(2) + ones(2)); Note(a.IsInvalid); a.Dispose(); },
            "False | out 0/1 in 3/2 att 0 det 1 live 0"),
        ["null moved"] = (
            () => { using var o = NewDisposeScope(); using var s = NewDisposeScope(); s.MoveToOuter((Tensor)null!); Note("ok"); },
            "ok | out 0/0 in 0/0 att 0 det 0 live 0"),
        ["null detach"] = (
            () => { using var s = NewDisposeScope(); s.Detach((Tensor)null!); Note("ok"); },
            "ok | out 0/0 in 0/0 att 0 det 0 live 0"),
        ["grad in scope"] = (
            () => { var w = ones(2, requires_grad: true); using (var s = NewDisposeScope()) { w.mul(2).sum().backward(); } var g = w.grad; Note(g is null ? "null" : g.IsInvalid.ToString()); w.Dispose(); },
            "False | out 2/1 in 2/2 att 0 det 0 live 1"),
        ["stats nested"] = (
            () => { using var o = NewDisposeScope(); var a = ones(2); using (var s = NewDisposeScope()) { var b = ones(2); var c = ones(2).MoveToOuterDisposeScope(); var d = ones(2).DetachFromDisposeScope(); d.Dispose(); } },
            "| out 0/1 in 4/3 att 0 det 1 live 0"),
        ["stats after reset"] = (
            () => { var a = ones(2); DisposeScopeManager.Statistics.Reset(); Note(Counts()); a.Dispose(); Note(Counts()); },
            "out 0/0 in 0/0 att 0 det 0 live 0 out 0/1 in 0/0 att 0 det 0 live -1 | out 0/1 in 0/0 att 0 det 0 live -1"),
        ["thread"] = (
            () => { using var s = NewDisposeScope(); Tensor a = null!; var t = new Thread(() => { a = ones(2); Note(CurrentDisposeScope is null); }); t.Start(); t.Join(); Note(s.Contains(a)); a.Dispose(); },
            "True False | out 0/1 in 0/0 att 0 det 0 live -1"),
        ["scope on other thread disposed"] = (
            () => { DisposeScope s = null!; Tensor a = null!; var t = new Thread(() => { s = NewDisposeScope(); a = ones(2); }); t.Start(); t.Join(); s.Dispose(); Note(a.IsInvalid); },
            "True | out 0/0 in 0/1 att 0 det 0 live -1"),
        ["items"] = (
            () => { using var s = NewDisposeScope(); var a = ones(3); var v = a.unbind(); Note(s.DisposablesCount); var (x, i) = a.max(0); Note(s.DisposablesCount); },
            "4 6 | out 0/0 in 6/6 att 0 det 0 live 0"),
        ["inplace"] = (
            () => { using var s = NewDisposeScope(); var a = ones(3); var b = a.add_(1); Note(s.DisposablesCount - (ReferenceEquals(a, b) ? 0 : 1)); },
            "1 | out 0/0 in 1/1 att 0 det 0 live 0"),
        ["moved list"] = (
            () => { using var o = NewDisposeScope(); using var s = NewDisposeScope(); var l = new List<IDisposable> { ones(2), ones(3) }; s.MoveToOuter(l); Note(o.DisposablesCount); Note(s.DisposablesCount); },
            "2 0 | out 0/0 in 2/2 att 0 det 0 live 0"),
        ["moved params"] = (
            () => { using var o = NewDisposeScope(); using var s = NewDisposeScope(); s.MoveToOuter((IDisposable)ones(2), ones(2), ones(2), ones(2)); Note(o.DisposablesCount); },
            "4 | out 0/0 in 4/4 att 0 det 0 live 0"),
        ["moved tuple"] = (
            () => { using var o = NewDisposeScope(); using var s = NewDisposeScope(); var (a, b, c) = s.MoveToOuter(ones(2), ones(2), ones(2)); Note(o.DisposablesCount); var (d, e) = s.MoveToOther(null!, a, b); Note(o.DisposablesCount); },
            "3 3 | out 0/0 in 3/3 att 0 det 0 live 0"),
    };

    /// <summary>Runs a program with its thread's counts from 0, and closes the scopes that it left open.</summary>
    internal string Run(Action program)
    {
        DisposeScopeManager.Statistics.Reset();
        try
        {
            program();
        }
        catch (Exception e)
        {
            _notes.Add($"EX {e.GetType().Name} {e.Message.Split('\n')[0]}");
        }

        while (CurrentDisposeScope is { } scope)
            scope.Dispose();
        return $"{string.Join(' ', _notes)} | {Counts()}".Trim();
    }

    private void Note(object value) => _notes.Add(value.ToString()!);

    private static string Counts() => DisposeScopeManager.Statistics.TensorStatistics is var s
        ? $"out {s.CreatedOutsideScopeCount}/{s.DisposedOutsideScopeCount} in {s.CreatedInScopeCount}/{s.DisposedInScopeCount} "
            + $"att {s.AttachedToScopeCount} det {s.DetachedFromScopeCount} live {s.ThreadTotalLiveCount}"
        : "";
}
