using System.Collections.Immutable;

namespace Charts;

public static partial class Chart
{
    private const double TitleSize = 13.5;

    /// <summary>
    /// Lays figures over each other on one pair of axes, the first at the back. Titles and axis settings come from the first figure
    /// that has them; lines and notes are gathered.
    /// </summary>
    /// <param name="figures">At least one plain figure (not a grid).</param>
    /// <exception cref="ArgumentException">There is no figure, or one of them is a grid.</exception>
    public static Figure Combine(params IEnumerable<Figure> figures)
    {
        var all = Plain(figures, nameof(figures));
        var layouts = all.Select(figure => figure.Layout).ToArray();
        return new Figure([.. all.SelectMany(figure => figure.Traces)], layouts[0] with
        {
            Title = layouts.Select(layout => layout.Title).FirstOrDefault(title => title is not null),
            Width = layouts.Select(layout => layout.Width).FirstOrDefault(width => width is not null),
            Height = layouts.Select(layout => layout.Height).FirstOrDefault(height => height is not null),
            ShowLegend = layouts.Select(layout => layout.ShowLegend).FirstOrDefault(show => show is not null),
            BarMode = layouts.Select(layout => layout.BarMode).FirstOrDefault(mode => mode is not null),
            XAxes = First(layouts.Select(layout => layout.XAxes)),
            YAxes = First(layouts.Select(layout => layout.YAxes)),
            Shapes = [.. layouts.SelectMany(layout => layout.Shapes)],
            Annotations = [.. layouts.SelectMany(layout => layout.Annotations)],
        })
        {
            Description = all.Select(figure => figure.Description).FirstOrDefault(text => text is not null),
        };
    }

    /// <summary>Sets figures side by side, row by row, each with its own axes. A figure's title becomes its subplot's.</summary>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    /// <param name="figures">Up to rows × columns plain figures, row by row.</param>
    /// <param name="SubPlotTitles">Titles of the subplots in place of the figures' own.</param>
    /// <param name="ShareX">Whether panning and zooming move all horizontal axes together, on one range.</param>
    /// <param name="ShareY">Whether panning and zooming move all vertical axes together, on one range.</param>
    /// <param name="XGap">Space between columns as a share of the width.</param>
    /// <param name="YGap">Space between rows as a share of the height.</param>
    /// <exception cref="ArgumentOutOfRangeException">rows or columns is less than 1.</exception>
    /// <exception cref="ArgumentException">There is no figure, too many, or one of them is itself a grid.</exception>
    public static Figure Grid(
        int rows, int columns, IEnumerable<Figure> figures, IEnumerable<string>? SubPlotTitles = null, bool ShareX = false,
        bool ShareY = false, double? XGap = null, double? YGap = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var all = Plain(figures, nameof(figures));
        if (all.Length > rows * columns)
            throw new ArgumentException($"{all.Length} figures do not fit into {rows} × {columns} subplots.", nameof(figures));
        var titles = SubPlotTitles?.ToArray() ?? [.. all.Select(figure => figure.Layout.Title ?? "")];
        if (titles.Length != all.Length)
            throw new ArgumentException($"{titles.Length} titles were given for {all.Length} figures.", nameof(SubPlotTitles));
        var place = new GridPlaces(rows, columns, XGap ?? 0.24 / columns, YGap ?? 0.3 / rows, ShareX, ShareY);
        var placed = all.Select((figure, index) => place.Place(figure, index)).ToArray();
        var headings = titles.Select((title, index) => place.Heading(title, index)).Where(heading => heading.Text.Length > 0);
        return new Figure([.. placed.SelectMany(figure => figure.Traces)], new Layout
        {
            Grid = (rows, columns),
            BarMode = placed.Select(figure => figure.Layout.BarMode).FirstOrDefault(mode => mode is not null),
            XAxes = placed.SelectMany(figure => figure.Layout.XAxes).ToImmutableSortedDictionary(),
            YAxes = placed.SelectMany(figure => figure.Layout.YAxes).ToImmutableSortedDictionary(),
            Shapes = [.. placed.SelectMany(figure => figure.Layout.Shapes)],
            Annotations = [.. placed.SelectMany(figure => figure.Layout.Annotations), .. headings],
        });
    }

    private static Figure[] Plain(IEnumerable<Figure> figures, string argument)
    {
        ArgumentNullException.ThrowIfNull(figures, argument);
        var all = figures.ToArray();
        if (all.Length == 0)
            throw new ArgumentException("No figure was given; at least one is needed.", argument);
        return all.All(figure => figure.Layout.Grid == (1, 1)) ? all
            : throw new ArgumentException("A grid of subplots cannot be part of another figure.", argument);
    }

    private static ImmutableSortedDictionary<int, Axis> First(IEnumerable<ImmutableSortedDictionary<int, Axis>> axes) =>
        axes.FirstOrDefault(axis => axis.GetValueOrDefault(1)?.Title is not null) ?? axes.FirstOrDefault(axis => axis.Count > 0)
            ?? ImmutableSortedDictionary<int, Axis>.Empty;

    /// <summary>Where each subplot of a grid stands.</summary>
    private sealed record GridPlaces(int Rows, int Columns, double XGap, double YGap, bool ShareX, bool ShareY)
    {
        public Figure Place(Figure figure, int index)
        {
            var id = index + 1;
            var (x, y) = (Id("x", id), Id("y", id));
            var layout = figure.Layout;
            return figure with
            {
                Traces = [.. figure.Traces.Select(trace => trace with { Subplot = id })],
                Layout = layout with
                {
                    XAxes = Single(id, (layout.XAxes.GetValueOrDefault(1) ?? new()) with
                    {
                        Domain = Across(index), Anchor = y, Matches = ShareX && id > 1 ? "x" : null,
                    }),
                    YAxes = Single(id, Tied(layout.YAxes.GetValueOrDefault(1) ?? new(), x) with
                    {
                        Domain = Up(index), Anchor = x, Matches = ShareY && id > 1 ? "y" : null,
                    }),
                    Shapes = [.. layout.Shapes.Select(shape => shape with { XRef = Moved(shape.XRef, x), YRef = Moved(shape.YRef, y) })],
                    Annotations = [.. layout.Annotations.Select(note => note with { XRef = Moved(note.XRef, x), YRef = Moved(note.YRef, y) })],
                },
            };
        }

        public Annotation Heading(string text, int index) => new(text, Across(index)[0], Up(index)[1])
        {
            XRef = "paper", YRef = "paper", XAnchor = "left", YAnchor = "bottom", YShift = 4, Font = new(TitleSize, 600),
        };

        private static ImmutableSortedDictionary<int, Axis> Single(int id, Axis axis) =>
            ImmutableSortedDictionary<int, Axis>.Empty.Add(id, axis);

        private static Axis Tied(Axis axis, string x) => axis.ScaleAnchor is null ? axis : axis with { ScaleAnchor = x };

        private static string Id(string axis, int id) => id == 1 ? axis : $"{axis}{id}";

        private static string Moved(string reference, string axis) =>
            reference.EndsWith(" domain", StringComparison.Ordinal) ? axis + " domain" : reference == "paper" ? reference : axis;

        private double[] Across(int index) => Share(index % Columns, Columns, XGap);

        private double[] Up(int index) => Share(Rows - 1 - (index / Columns), Rows, YGap);

        private static double[] Share(int index, int count, double gap)
        {
            var size = (1 - (gap * (count - 1))) / count;
            var start = index * (size + gap);
            return [start, Math.Min(1, start + size)];
        }
    }
}
