using System.Text;
using MarketPulse.Alerts.Mails;

namespace MarketPulse.Alerts;

/// <summary>A plain text mail as it is written: wrapped at 76 columns, lines ended by a line feed.</summary>
internal sealed class PlainText
{
    private const int Columns = 76;

    private readonly StringBuilder _text = new();

    public PlainText Break()
    {
        _text.Append('\n');
        return this;
    }

    public PlainText Heading(string heading)
    {
        // Chinese characters take two columns each.
        var width = heading.Sum(c => c >= '\u2e80' ? 2 : 1);
        _text.Append('\n').Append(heading).Append('\n').Append('-', width).Append('\n');
        return this;
    }

    /// <summary>A line that is never broken, such as one with an address: a mail reader would link half of it.</summary>
    public PlainText Line(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    public PlainText Wrap(string paragraph, string indent = "", string? first = null)
    {
        var line = new StringBuilder(first ?? indent);
        var empty = true;
        foreach (var word in Figures.Bound(paragraph).Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > Columns)
            {
                _text.Append(line).Append('\n');
                line.Clear().Append(indent);
                empty = true;
            }

            line.Append(empty ? "" : " ").Append(word.Replace('\u00a0', ' '));
            empty = false;
        }

        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>What every mail ends with: the page with its figures, and how to hear less.</summary>
    public PlainText End(string? dashboard, SilenceHint? silence, Wording words)
    {
        if (dashboard is not null)
        {
            Break().Line(words[$"Every figure, in a browser: {dashboard}"]);
        }

        return silence switch
        {
            { Address: { } address } => (dashboard is null ? Break() : this).Line(
                words[$"Silence this for a while: {address}"]
            ),
            { Command: { } command } => Break()
                .Line(words.Word("Silence this for three days:"))
                .Line($"  {command}"),
            _ => this,
        };
    }

    public override string ToString() => _text.ToString();
}
