using System.CommandLine;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Watchlists;

namespace MarketPulse.Cli.Query;

/// <summary>A question as a command: its parameters as options, its rows as a table for people, or as JSON or CSV as over HTTP.</summary>
internal sealed class QuestionCommand<TQuestion, TRow>(QuestionForm form)
    where TQuestion : Question<TRow>
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Local data folder; default: the configured storage, or .marketpulse",
    };
    private readonly Option<OutputFormat> _format = new("--format")
    {
        Description = "table (per cent, for people), json or csv (fractions, all digits)",
        HelpName = "table|json|csv",
        DefaultValueFactory = _ => OutputFormat.Table,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            // "text" is the word that people try first for "for people".
            if (
                Enum.TryParse<OutputFormat>(
                    text.Equals("text", StringComparison.OrdinalIgnoreCase) ? "table" : text,
                    ignoreCase: true,
                    out var format
                )
                && Enum.IsDefined(format)
                && !char.IsAsciiDigit(text[0])
            )
            {
                return format;
            }

            result.AddError($"'{text}' is no format. Write table, json or csv.");
            return OutputFormat.Table;
        },
    };
    private readonly List<Option<string?>> _parameters =
    [
        .. form.Parameters.Select(p => new Option<string?>($"--{p.Name}")
        {
            // A terminal has no pages of its own: without a limit every page is asked for.
            Description =
                p == QueryParameters.Limit
                    ? $"Rows, 1 to {QueryParameters.MostRows}; all when not given"
                    : p.Description,
        }),
    ];

    /// <summary>A command that reads the filters, opens what is stored and answers.</summary>
    /// <param name="columns">Of the table.</param>
    /// <param name="narrow">What a table adds to the filters where few are given; null for nothing.</param>
    /// <param name="below">What is said below a table, from the filters as given and the rows shown; null for nothing.</param>
    public Command Create(
        Func<Filters, Column<TRow>[]> columns,
        Func<Filters, Watchlist, Filters>? narrow = null,
        Func<Filters, Watchlist, IReadOnlyList<TRow>, string?>? below = null
    )
    {
        var command = new Command(form.Name, form.Summary) { _data, _format };
        foreach (var parameter in _parameters)
        {
            command.Options.Add(parameter);
        }

        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(async () =>
                {
                    var given = Filters.Of(
                        _parameters.Select(p =>
                            KeyValuePair.Create(p.Name.TrimStart('-'), parsed.GetValue(p))
                        )
                    );
                    var format = parsed.GetValue(_format);
                    await using var host = await LocalStore.OpenAsync(
                        parsed.GetValue(_data),
                        cancellation
                    );
                    var watchlist = host.Get<Watchlist>();
                    try
                    {
                        var asked =
                            format == OutputFormat.Table && narrow is not null
                                ? narrow(given, watchlist)
                                : given;
                        var rows = await RowsAsync(host.Get<TQuestion>(), asked, cancellation);
                        Answer.Write(rows, format, columns(given));
                        if (
                            format == OutputFormat.Table
                            && below?.Invoke(given, watchlist, rows) is { } words
                        )
                        {
                            await Console.Error.WriteLineAsync(words);
                        }

                        return Terminal.Done;
                    }
                    catch (QueryTextException error)
                    {
                        throw new SettingException($"--{error.Message}", error);
                    }
                })
        );
        return command;
    }

    /// <summary>The page that was asked for, or without a limit every page.</summary>
    private async Task<IReadOnlyList<TRow>> RowsAsync(
        TQuestion question,
        Filters filters,
        CancellationToken cancellation
    )
    {
        if (!form.IsPaged || filters.Has(QueryParameters.Limit))
        {
            var page = await question.AskAsync(filters, cancellation);
            if (page.Next is { } next)
            {
                await Console.Error.WriteLineAsync($"More: --after {next}");
            }

            return page.Rows;
        }

        var rows = new List<TRow>();
        var asked = filters.With(QueryParameters.Limit, $"{QueryParameters.MostRows}");
        for (var after = (string?)null; ; )
        {
            var page = await question.AskAsync(
                after is null ? asked : asked.With(QueryParameters.After, after),
                cancellation
            );
            rows.AddRange(page.Rows);
            if ((after = page.Next) is null)
            {
                return rows;
            }
        }
    }
}
