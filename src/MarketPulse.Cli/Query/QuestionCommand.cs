using System.CommandLine;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using MarketPulse.Watchlists;
using Spectre.Console;

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
        Description =
            "table (per cent, for people), json or csv (fractions, all digits); ics of events, atom of alerts",
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

            result.AddError(
                $"'{text}' is no format. Write table, json or csv (of events also ics, of alerts atom)."
            );
            return OutputFormat.Table;
        },
    };
    private readonly Option<int?> _watch = Watching.Option();
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
    /// <param name="name">What the command is called where that isn't the question's name.</param>
    public Command Create(
        Func<Filters, Column<TRow>[]> columns,
        Func<Filters, Watchlist, Filters>? narrow = null,
        Func<Filters, Watchlist, IReadOnlyList<TRow>, string?>? below = null,
        string? name = null
    )
    {
        var command = new Command(name ?? form.Name, form.Summary) { _data, _format, _watch };
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
                    try
                    {
                        if (parsed.GetResult(_watch) is not null)
                        {
                            await Watching.RunAsync(
                                parsed.GetValue(_watch)!.Value,
                                TimeProvider.System,
                                Console.Out,
                                Console.IsOutputRedirected
                                    ? null
                                    : () => Terminal.Out.Clear(home: true),
                                () => AskAsync(host, given, format, cancellation),
                                cancellation
                            );
                            return Terminal.Done;
                        }

                        var (answer, beside) = await AskAsync(host, given, format, cancellation);
                        await Console.Out.WriteAsync(answer);
                        if (beside is not null)
                        {
                            await Console.Error.WriteLineAsync(beside);
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

        async Task<(string Answer, string? Beside)> AskAsync(
            CliHost host,
            Filters given,
            OutputFormat format,
            CancellationToken cancellation
        )
        {
            var (question, watchlist) = (host.Get<TQuestion>(), host.Get<Watchlist>());
            if (format is OutputFormat.Atom or OutputFormat.Ics)
            {
                return (await FeedAsync(question, given, format, cancellation), null);
            }

            var asked =
                format == OutputFormat.Table && narrow is not null
                    ? narrow(given, watchlist)
                    : given;
            var (rows, next) = await RowsAsync(question, asked, cancellation);
            var more = next is null ? null : $"More: --after {next}";
            return format switch
            {
                OutputFormat.Json => (AnswerText.Lines(rows), more),
                OutputFormat.Csv => (AnswerText.Csv(rows), more),
                // A heading over nothing says nothing.
                _ when rows.Count == 0 && more is null => ("", EmptyAnswers.Say(form, given)),
                _ => (
                    Answer.Table(rows, columns(given)),
                    more ?? below?.Invoke(given, watchlist, rows) ?? AsOf(host)
                ),
            };
        }
    }

    /// <summary>What hangs on the time of asking says so where that isn't now.</summary>
    private static string? AsOf(CliHost host) =>
        typeof(TQuestion) == typeof(HealthQuestion) || typeof(TQuestion) == typeof(ClaimsQuestion)
            ? ReplayedNow.Say(host)
            : null;

    /// <summary>The answer in a format that only some questions have, as over HTTP.</summary>
    private static async Task<string> FeedAsync(
        TQuestion question,
        Filters given,
        OutputFormat format,
        CancellationToken cancellation
    )
    {
        var wanted = format == OutputFormat.Ics ? AnswerFormat.Ics : AnswerFormat.Atom;
        return question.Formats.Contains(wanted)
            ? (await question.AnswerAsync(given, wanted, cancellation)).Text
            : throw new QueryTextException(
                "format",
                $"'{format.ToString().ToLowerInvariant()}' can't be had here",
                ["table", .. question.Formats.Select(f => f.ToString().ToLowerInvariant())]
            );
    }

    /// <summary>The page that was asked for with the token of the next one, or without a limit every page.</summary>
    private async Task<(IReadOnlyList<TRow> Rows, string? Next)> RowsAsync(
        TQuestion question,
        Filters filters,
        CancellationToken cancellation
    )
    {
        if (!form.IsPaged || filters.Has(QueryParameters.Limit))
        {
            var page = await question.AskAsync(filters, cancellation);
            return (page.Rows, page.Next);
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
                return (rows, null);
            }
        }
    }
}
