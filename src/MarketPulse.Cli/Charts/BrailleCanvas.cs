using System.Text;

namespace MarketPulse.Cli.Charts;

/// <summary>Points on a grid of Unicode's braille patterns: 2 × 4 points a character. Pure.</summary>
internal sealed class BrailleCanvas(int columns, int rows)
{
    // The eight dots of a pattern (U+2800 on), by column and row.
    private static readonly int[,] Dots =
    {
        { 0x01, 0x02, 0x04, 0x40 },
        { 0x08, 0x10, 0x20, 0x80 },
    };

    private readonly int[,] _cells = new int[columns, rows];

    /// <summary>Points across.</summary>
    public int Width => columns * 2;

    /// <summary>Points down.</summary>
    public int Height => rows * 4;

    /// <summary>Sets a point, counted from the upper left; one outside is left out.</summary>
    public void Set(int x, int y)
    {
        if (x >= 0 && x < Width && y >= 0 && y < Height)
        {
            _cells[x / 2, y / 4] |= Dots[x % 2, y % 4];
        }
    }

    /// <summary>A straight line between two points, of every <paramref name="step"/>th point.</summary>
    public void Line(int x0, int y0, int x1, int y1, int step = 1)
    {
        var length = Math.Max(1, Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0)));
        for (var i = 0; i <= length; i += step)
        {
            Set(
                x0 + (int)Math.Round((double)(x1 - x0) * i / length),
                y0 + (int)Math.Round((double)(y1 - y0) * i / length)
            );
        }
    }

    /// <summary>One row of characters; blanks where nothing is set.</summary>
    public string Row(int row)
    {
        var text = new StringBuilder(columns);
        for (var column = 0; column < columns; column++)
        {
            text.Append(_cells[column, row] == 0 ? ' ' : (char)(0x2800 + _cells[column, row]));
        }

        return text.ToString();
    }
}
