using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors.Cases;

/// <summary>The inputs of the cases, as peer_tensors.py draws them. All but the ones named otherwise are in double precision.</summary>
internal sealed class Given(Func<string, Tensor> input)
{
    /// <summary>[3, 4], normal.</summary>
    internal Tensor a => Input();
    /// <summary>[4], normal.</summary>
    internal Tensor b => Input();
    /// <summary>[2, 1, 4], normal.</summary>
    internal Tensor c => Input();
    /// <summary>[3, 4], normal.</summary>
    internal Tensor d => Input();
    /// <summary>[5], normal.</summary>
    internal Tensor v => Input();
    /// <summary>[5], normal.</summary>
    internal Tensor w => Input();
    /// <summary>[3, 4], from 0.3 to 3.</summary>
    internal Tensor p => Input();
    /// <summary>[3, 4], from −0.9 to 0.9.</summary>
    internal Tensor u => Input();
    /// <summary>[3, 4], from 1.1 to 4.</summary>
    internal Tensor g => Input();
    /// <summary>[4, 4], normal.</summary>
    internal Tensor q => Input();
    /// <summary>[2, 3, 4], normal.</summary>
    internal Tensor m => Input();
    /// <summary>[2, 4, 5], normal.</summary>
    internal Tensor n => Input();
    /// <summary>[2, 3, 2, 2], normal.</summary>
    internal Tensor x4 => Input();
    /// <summary>A single number.</summary>
    internal Tensor z => Input();
    /// <summary>[0, 4].</summary>
    internal Tensor e => Input();
    /// <summary>[3, 4], single precision.</summary>
    internal Tensor f => Input();
    /// <summary>[3, 4], whole numbers from −9 to 9.</summary>
    internal Tensor i => Input();
    /// <summary>[3, 4], whole numbers from 1 to 6.</summary>
    internal Tensor j => Input();
    /// <summary>[3, 4], whole numbers from 0 to 2.</summary>
    internal Tensor k => Input();
    /// <summary>[4], Int32 from 1 to 8.</summary>
    internal Tensor s => Input();
    /// <summary>[3, 4], bytes.</summary>
    internal Tensor h => Input();
    /// <summary>[3, 4], truth values.</summary>
    internal Tensor t => Input();
    /// <summary>The places 2, 0, 2, 1.</summary>
    internal Tensor o => Input();
    /// <summary>Numbers, infinities and one that is none.</summary>
    internal Tensor nan => Input();
    /// <summary>[2, 3], complex.</summary>
    internal Tensor r => Input();

    private Tensor Input([CallerMemberName] string name = "") => input(name);
}
