using Charts.Json;

namespace Charts;

/// <summary>Fluent changes of a figure's axes, and lines and notes tied to them. Each returns a new figure.</summary>
public static class AxisStyle
{
    /// <summary>The figure with its horizontal axis changed; what is null stays.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="title">What the axis measures, with its unit.</param>
    /// <param name="MinMax">First and last value, in units of the data (on a logarithmic axis too).</param>
    /// <param name="Log">Whether the axis is logarithmic.</param>
    /// <param name="TickVals">Where ticks stand.</param>
    /// <param name="TickText">What they say; as many as <paramref name="TickVals"/>.</param>
    /// <param name="TickFormat">Their format, such as ".1%" or ".0e".</param>
    /// <param name="ShowGrid">Whether grid lines are drawn.</param>
    /// <param name="ZeroLine">Whether a line at zero is drawn.</param>
    /// <param name="Visible">Whether the axis is shown at all.</param>
    /// <param name="Id">The subplot, counted from 1.</param>
    /// <exception cref="ArgumentException">A range on a logarithmic axis is not positive, or ticks and texts differ in number.</exception>
    public static Figure WithXAxisStyle(
        this Figure figure, string? title = null, (double Min, double Max)? MinMax = null, bool? Log = null,
        IEnumerable<double>? TickVals = null, IEnumerable<string>? TickText = null, string? TickFormat = null, bool? ShowGrid = null,
        bool? ZeroLine = null, bool? Visible = null, int Id = 1) =>
        figure.WithAxis(true, Id, axis => Styled(axis, title, MinMax, Log, TickVals, TickText, TickFormat, ShowGrid, ZeroLine, Visible));

    /// <summary>The figure with its vertical axis changed; what is null stays.</summary>
    /// <inheritdoc cref="WithXAxisStyle"/>
    public static Figure WithYAxisStyle(
        this Figure figure, string? title = null, (double Min, double Max)? MinMax = null, bool? Log = null,
        IEnumerable<double>? TickVals = null, IEnumerable<string>? TickText = null, string? TickFormat = null, bool? ShowGrid = null,
        bool? ZeroLine = null, bool? Visible = null, int Id = 1) =>
        figure.WithAxis(false, Id, axis => Styled(axis, title, MinMax, Log, TickVals, TickText, TickFormat, ShowGrid, ZeroLine, Visible));

    /// <summary>The figure with one unit as long upwards as across, so that circles are round and right angles right.</summary>
    /// <remarks>Both axes must be of one kind: a heatmap with labels on one side needs them on the other too.</remarks>
    /// <param name="figure">The figure.</param>
    /// <param name="Id">The subplot, counted from 1.</param>
    public static Figure WithEqualAspect(this Figure figure, int Id = 1) => figure
        .WithAxis(true, Id, axis => axis with { Constrain = "domain" })
        .WithAxis(false, Id, axis => axis with { ScaleAnchor = Id == 1 ? "x" : $"x{Id}", ScaleRatio = 1, Constrain = "domain" });

    /// <summary>The figure with a line across the whole plot at one abscissa.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="x">Where it stands, in units of the data.</param>
    /// <param name="Label">A note at its upper end.</param>
    /// <param name="Color">CSS colour; null: neutral grey.</param>
    /// <param name="Dash">"solid", "dot", "dash", …</param>
    /// <param name="Id">The subplot, counted from 1.</param>
    public static Figure WithVerticalLine(
        this Figure figure, double x, string? Label = null, string? Color = null, string Dash = "dash", int Id = 1) =>
        figure.Marked(
            new() { Type = "line", XRef = Axis("x", Id), YRef = Axis("y", Id) + " domain", X0 = x, X1 = x, Y0 = 0, Y1 = 1, Line = Rule(Color, Dash) },
            Label is null ? null : new(Label, x, 1)
            {
                XRef = Axis("x", Id), YRef = Axis("y", Id) + " domain", XAnchor = "left", YAnchor = "top", XShift = 4,
            });

    /// <summary>The figure with a line across the whole plot at one ordinate.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="y">Where it stands, in units of the data.</param>
    /// <param name="Label">A note at its right end.</param>
    /// <param name="Color">CSS colour; null: neutral grey.</param>
    /// <param name="Dash">"solid", "dot", "dash", …</param>
    /// <param name="Id">The subplot, counted from 1.</param>
    public static Figure WithHorizontalLine(
        this Figure figure, double y, string? Label = null, string? Color = null, string Dash = "dash", int Id = 1) =>
        figure.Marked(
            new() { Type = "line", XRef = Axis("x", Id) + " domain", YRef = Axis("y", Id), X0 = 0, X1 = 1, Y0 = y, Y1 = y, Line = Rule(Color, Dash) },
            Label is null ? null : new(Label, 1, y)
            {
                XRef = Axis("x", Id) + " domain", YRef = Axis("y", Id), XAnchor = "right", YAnchor = "bottom",
            });

    /// <summary>The figure with a note at a place, joined to it by an arrow unless <paramref name="Arrow"/> is false.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="x">Abscissa, in units of the data.</param>
    /// <param name="y">Ordinate, in units of the data.</param>
    /// <param name="text">What the note says.</param>
    /// <param name="Arrow">Whether an arrow points from the text to the place.</param>
    /// <param name="Offset">Distance of the text from the place in pixels, rightwards and downwards.</param>
    /// <param name="Id">The subplot, counted from 1.</param>
    public static Figure WithAnnotation(
        this Figure figure, double x, double y, string text, bool Arrow = true, (double X, double Y)? Offset = null, int Id = 1)
    {
        var (ax, ay) = Offset ?? (24, -28);
        return figure.Marked(null, new(text, x, y)
        {
            XRef = Axis("x", Id), YRef = Axis("y", Id), ShowArrow = Arrow,
            Ax = Arrow ? ax : null, Ay = Arrow ? ay : null, XShift = Arrow ? null : Offset?.X, YShift = Arrow ? null : -Offset?.Y,
        });
    }

    /// <summary>The figure with a line or rectangle of any kind.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="shape">The shape.</param>
    public static Figure WithShape(this Figure figure, Shape shape) => figure.Marked(shape, null);

    private static Figure Marked(this Figure figure, Shape? shape, Annotation? note) => figure.With(layout => layout with
    {
        Shapes = shape is null ? layout.Shapes : layout.Shapes.Add(shape),
        Annotations = note is null ? layout.Annotations : layout.Annotations.Add(note),
    });

    private static Axis Styled(
        Axis axis, string? title, (double Min, double Max)? range, bool? log, IEnumerable<double>? tickVals,
        IEnumerable<string>? tickText, string? format, bool? grid, bool? zeroLine, bool? visible)
    {
        var type = log switch { true => "log", false => "linear", null => axis.Type };
        var values = tickVals is null ? axis.TickVals : Series.Of(tickVals, "TickVals");
        var texts = tickText is null ? axis.TickText : Series.Of(tickText, "TickText");
        if (texts is not null && texts.Count != values?.Count)
            throw new ArgumentException($"TickText has {texts.Count} values but TickVals has {values?.Count ?? 0}.", nameof(tickText));
        return axis with
        {
            Title = title is null ? axis.Title : new Text(title), Type = type, TickVals = values, TickText = texts,
            Range = range is { } r ? Limits(r, type == "log") : axis.Range,
            TickFormat = format ?? axis.TickFormat, ShowGrid = grid ?? axis.ShowGrid, ZeroLine = zeroLine ?? axis.ZeroLine,
            Visible = visible ?? axis.Visible,
        };
    }

    private static double[] Limits((double Min, double Max) range, bool log) => !log ? [range.Min, range.Max]
        : range is { Min: > 0, Max: > 0 } ? [Math.Log10(range.Min), Math.Log10(range.Max)]
        : throw new ArgumentException(
            $"MinMax is ({range.Min}, {range.Max}); a logarithmic axis needs two positive limits.", nameof(range));

    private static LineStyle Rule(string? color, string dash) => new() { Color = color ?? Palette.Neutral, Width = 1.5, Dash = dash };

    private static string Axis(string axis, int id) => id == 1 ? axis : $"{axis}{id}";
}
