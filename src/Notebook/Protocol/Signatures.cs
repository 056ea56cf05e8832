using System.Security.Cryptography;
using System.Text;

namespace Notebook.Protocol;

/// <summary>Signs messages with HMAC-SHA256 and recognises forged and repeated ones. Used by one thread at a time.</summary>
/// <param name="key">The shared key; empty switches signing off.</param>
internal sealed class Signatures(string key)
{
    private const int Remembered = 1 << 16;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _order = new();

    /// <summary>The signature of four JSON frames, as lower-case hexadecimal text; empty without a key.</summary>
    public string Sign(ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (_key.Length == 0)
            return "";
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(header);
        hash.AppendData(parent);
        hash.AppendData(metadata);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Why a received message must be dropped, or null when it is genuine and new.</summary>
    public string? Reject(
        ReadOnlySpan<byte> signature, ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (_key.Length == 0)
            return null;
        var expected = Sign(header, parent, metadata, content);
        if (!CryptographicOperations.FixedTimeEquals(signature, Encoding.ASCII.GetBytes(expected)))
            return "its signature is wrong";
        if (!_seen.Add(expected))
            return "it was received before";
        _order.Enqueue(expected);
        if (_order.Count > Remembered)
            _seen.Remove(_order.Dequeue());
        return null;
    }
}
