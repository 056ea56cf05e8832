using System.Collections.Immutable;
using Charts.Json;

namespace Charts;

/// <summary>Fluent changes of a figure's look. Each returns a new figure.</summary>
public static class FigureStyle
{
    /// <summary>The figure with a title above it.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="title">The title.</param>
    public static Figure WithTitle(this Figure figure, string title) => figure.With(layout => layout with { Title = title });

    /// <summary>The figure with other alternative text.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="description">Text for readers who cannot see the chart.</param>
    public static Figure WithDescription(this Figure figure, string description) => figure with { Description = description };

    /// <summary>The figure with fixed size; without a width it fills the page's column.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="Width">Width in pixels.</param>
    /// <param name="Height">Height in pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public static Figure WithSize(this Figure figure, double? Width = null, double? Height = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width ?? 1, nameof(Width));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Height ?? 1, nameof(Height));
        return figure.With(layout => layout with { Width = Width ?? layout.Width, Height = Height ?? layout.Height });
    }

    /// <summary>The figure with or without a legend.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="show">Whether there is one.</param>
    /// <param name="Position">Where it stands.</param>
    public static Figure WithLegend(this Figure figure, bool show = true, LegendPosition Position = LegendPosition.Above) =>
        figure.With(layout => layout with { ShowLegend = show, LegendPosition = Position });

    /// <summary>The figure with its traces renamed.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="name">The name in the legend.</param>
    public static Figure WithTraceInfo(this Figure figure, string name) =>
        figure with { Traces = [.. figure.Traces.Select(trace => trace with { Name = name })] };

    /// <summary>The figure with bars that share a place drawn as told.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="mode">"group", "stack", "overlay" or "relative".</param>
    /// <param name="Gap">Space between bars as a share of their pitch, in [0, 1).</param>
    public static Figure WithBarMode(this Figure figure, string mode, double? Gap = null) =>
        figure.With(layout => layout with { BarMode = mode, BarGap = Gap ?? layout.BarGap });

    /// <summary>The figure with its lines changed; what is null stays.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="Color">CSS colour.</param>
    /// <param name="Width">Width in pixels.</param>
    /// <param name="Dash">"solid", "dot", "dash", "longdash", "dashdot".</param>
    /// <param name="Shape">"linear", "spline", "hv", "vh".</param>
    public static Figure WithLineStyle(
        this Figure figure, string? Color = null, double? Width = null, string? Dash = null, string? Shape = null) =>
        figure with
        {
            Traces = [.. figure.Traces.Select(trace => trace.WithLine(line => line with
            {
                Color = Color ?? line.Color, Width = Width ?? line.Width, Dash = Dash ?? line.Dash, Shape = Shape ?? line.Shape,
            }))],
        };

    /// <summary>The figure with its markers or bars changed; what is null stays.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="Color">CSS colour.</param>
    /// <param name="Size">Diameter in pixels.</param>
    /// <param name="Symbol">"circle", "square", "diamond", "cross", "x", …</param>
    /// <param name="Opacity">Opacity in [0, 1].</param>
    /// <param name="Colors">A number for each point [N], mapped through <paramref name="ColorScale"/>.</param>
    /// <param name="ColorScale">Name of a plotly colour scale.</param>
    /// <param name="ShowScale">Whether the bar of the scale is drawn.</param>
    public static Figure WithMarkerStyle(
        this Figure figure, string? Color = null, double? Size = null, string? Symbol = null, double? Opacity = null,
        IEnumerable<double>? Colors = null, string? ColorScale = null, bool? ShowScale = null)
    {
        var numbers = Colors is null ? null : Series.Of(Colors, nameof(Colors));
        return figure with
        {
            Traces = [.. figure.Traces.Select(trace => trace.WithMarker(marker => marker with
            {
                Color = numbers ?? Color ?? marker.Color, Size = Size ?? marker.Size, Symbol = Symbol ?? marker.Symbol,
                Opacity = Opacity ?? marker.Opacity, ColorScale = ColorScale ?? marker.ColorScale,
                ShowScale = ShowScale ?? marker.ShowScale,
            }))],
        };
    }

    internal static Figure With(this Figure figure, Func<Layout, Layout> change)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure with { Layout = change(figure.Layout) };
    }

    internal static Figure WithAxis(this Figure figure, bool horizontal, int id, Func<Axis, Axis> change)
    {
        var subplots = figure.Layout.Grid.Rows * figure.Layout.Grid.Columns;
        if (id < 1 || id > subplots)
            throw new ArgumentOutOfRangeException(nameof(id), id, $"Subplots are counted from 1 to {subplots}.");
        return figure.With(layout => horizontal
            ? layout with { XAxes = Changed(layout.XAxes, id, change) }
            : layout with { YAxes = Changed(layout.YAxes, id, change) });
    }

    private static ImmutableSortedDictionary<int, Axis> Changed(
        ImmutableSortedDictionary<int, Axis> axes, int id, Func<Axis, Axis> change) =>
        axes.SetItem(id, change(axes.GetValueOrDefault(id) ?? new()));
}
