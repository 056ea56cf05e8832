using System.Collections;
using System.Dynamic;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Notebook.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// An HTML element written in C#: called like a method it takes its content, indexed with named arguments its attributes, as in
/// <c>a[href: "page.html"](b("text"))</c>. Texts are encoded; sequences are written element by element; what is HTML already stays as it is.
/// Each call gives a new element.
/// </summary>
public sealed class PocketView : DynamicObject, IHtmlContent
{
    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    private static readonly string[] Raw = ["script", "style"];

    private readonly object?[] _content;
    private readonly IReadOnlyList<KeyValuePair<string, object?>> _attributes;

    /// <summary>An element without content and attributes.</summary>
    /// <param name="tagName">Its tag; <c>_</c> stands for the content alone.</param>
    /// <exception cref="ArgumentException">The tag is no name.</exception>
    public PocketView(string tagName)
        : this(tagName, [], [])
    {
    }

    private PocketView(string tagName, object?[] content, IReadOnlyList<KeyValuePair<string, object?>> attributes)
    {
        if (string.IsNullOrEmpty(tagName) || !tagName.All(IsNameCharacter))
            throw new ArgumentException($"'{tagName}' can't be the name of an HTML element.", nameof(tagName));
        (Name, _content, _attributes) = (tagName, content, attributes);
    }

    /// <summary>The tag.</summary>
    public string Name { get; }

    /// <summary>The element with some content.</summary>
    /// <param name="content">Texts, elements, sequences of them, or any values.</param>
    public PocketView WithContent(params object?[] content) => new(Name, content, _attributes);

    /// <inheritdoc/>
    public override bool TryInvoke(InvokeBinder binder, object?[]? args, out object? result)
    {
        result = WithContent(args ?? [null]);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetIndex(GetIndexBinder binder, object[] indexes, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        ArgumentNullException.ThrowIfNull(indexes);
        var names = binder.CallInfo.ArgumentNames;
        if (names.Count != indexes.Length)
            throw new ArgumentException($"Attributes of <{Name}> need names: {Name}[style: \"…\"].", nameof(indexes));
        var added = names.Zip(indexes, (name, value) => new KeyValuePair<string, object?>(name.Replace('_', '-'), value)).ToList();
        result = new PocketView(Name, _content, [.. _attributes.Where(old => added.All(one => one.Key != old.Key)), .. added]);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>A member that elements don't have, such as <c>br.hr</c>, adds a further element to the content.</remarks>
    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = new PocketView(Name, [.. _content, new PocketView(binder.Name)], _attributes);
        return true;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Name != "_")
        {
            writer.Write($"<{Name}");
            foreach (var (name, value) in _attributes)
                WriteAttribute(writer, name, value);
            writer.Write('>');
        }
        foreach (var part in _content)
            WritePart(writer, part);
        if (Name != "_" && !Void.Contains(Name))
            writer.Write($"</{Name}>");
    }

    /// <summary>The markup.</summary>
    public override string ToString()
    {
        using var writer = new StringWriter();
        WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static void WriteAttribute(TextWriter writer, string name, object? value)
    {
        if (value is null or false)
            return;
        writer.Write(value is true ? $" {name}" : $" {name}=\"{WebUtility.HtmlEncode(value is IHtmlContent ? value.ToString() : PlainText.Of(value))}\"");
    }

    private void WritePart(TextWriter writer, object? part)
    {
        switch (part)
        {
            case null:
                break;
            case IHtmlContent markup:
                markup.WriteTo(writer, HtmlEncoder.Default);
                break;
            case string text:
                writer.Write(Raw.Contains(Name) ? text : WebUtility.HtmlEncode(text));
                break;
            case IEnumerable sequence when part is not IDictionary && Members.IsSequence(part) && Registrations.For(part.GetType()).Count == 0:
                foreach (var item in sequence)
                    WritePart(writer, item);
                break;
            default:
                writer.Write(new HtmlWriter().Fragment(part));
                break;
        }
    }

    private static bool IsNameCharacter(char symbol) => char.IsAsciiLetterOrDigit(symbol) || symbol is '_' or '-' or ':';
}
