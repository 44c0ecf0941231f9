using System.CommandLine;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;

namespace MarketPulse.Cli.Query;

/// <summary>The options that every question has, and what is done around each.</summary>
internal sealed class QueryOptions
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
    };
    private readonly List<Option<string?>> _parameters =
    [
        new("--symbol") { Description = "Default: the one that is watched" },
        new("--from") { Description = "First date, inclusive, such as 2025-03-18" },
        new("--to") { Description = "Last date, inclusive" },
    ];

    private readonly List<Option> _own = [];

    /// <summary>Adds a further filter.</summary>
    public QueryOptions With(string name, string description)
    {
        _parameters.Add(new Option<string?>($"--{name}") { Description = description });
        return this;
    }

    /// <summary>Adds an option of the command's own.</summary>
    public QueryOptions With(Option option)
    {
        _own.Add(option);
        return this;
    }

    /// <summary>A command that reads the filters, opens what is stored and answers.</summary>
    public Command Command(
        string name,
        string description,
        Func<CliHost, CorrelationQuery, OutputFormat, CancellationToken, Task> answer
    ) =>
        Command(
            name,
            description,
            (host, query, format, _, cancellation) => answer(host, query, format, cancellation)
        );

    /// <summary>The same for a command that has options of its own.</summary>
    public Command Command(
        string name,
        string description,
        Func<CliHost, CorrelationQuery, OutputFormat, ParseResult, CancellationToken, Task> answer
    )
    {
        var command = new Command(name, description) { _data, _format };
        foreach (var option in _own)
        {
            command.Options.Add(option);
        }

        foreach (var parameter in _parameters)
        {
            command.Options.Add(parameter);
        }

        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(async () =>
                {
                    var given = _parameters.Select(p => new KeyValuePair<string, string?>(
                        p.Name.TrimStart('-'),
                        parsed.GetValue(p)
                    ));
                    await using var host = await LocalStore.OpenAsync(
                        parsed.GetValue(_data),
                        cancellation
                    );
                    try
                    {
                        var query = CorrelationQueryText.Parse(
                            given,
                            host.Get<Watchlists.Watchlist>()
                        );
                        await answer(host, query, parsed.GetValue(_format), parsed, cancellation);
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
}
