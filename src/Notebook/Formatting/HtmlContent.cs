using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>Something that is HTML already and must not be encoded again.</summary>
public interface IHtmlContent
{
    /// <summary>Writes the markup.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="encoder">Encodes texts within it.</param>
    void WriteTo(TextWriter writer, HtmlEncoder encoder);
}

/// <summary>A text that is HTML.</summary>
/// <param name="value">The markup; null counts as empty.</param>
public sealed class HtmlString(string? value) : IHtmlContent
{
    /// <summary>No markup.</summary>
    public static readonly HtmlString Empty = new("");

    /// <summary>The markup.</summary>
    public string Value { get; } = value ?? "";

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Value);
    }

    /// <summary>The markup.</summary>
    public override string ToString() => Value;
}
