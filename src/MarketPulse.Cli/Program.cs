using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using MarketPulse.Cli;
using MarketPulse.Cli.Backfill;
using MarketPulse.Cli.Charts;
using MarketPulse.Cli.Cost;
using MarketPulse.Cli.Doctor;
using MarketPulse.Cli.Feed;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Query;
using MarketPulse.Cli.Read;
using MarketPulse.Cli.Replay;
using MarketPulse.Cli.Serve;
using MarketPulse.Cli.Silence;
using MarketPulse.Cli.Tables;

// What is read, stored and mailed must not hang on where the machine stands: elsewhere 2025 is 2568, and −1 has another sign.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// A RootCommand would call itself after its file; users type "marketpulse".
var root = new Command(
    "marketpulse",
    "Tracks announcements against a stock's price, and says how sure it is."
)
{
    new HelpOption(),
    new VersionOption(),
};
root.Subcommands.Add(ReplayCommand.Create());
root.Subcommands.Add(RunCommand.Create());
root.Subcommands.Add(BackfillCommand.Create());
root.Subcommands.Add(QueryCommand.Create());
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(ChartCommand.Create());
root.Subcommands.Add(ReadCommand.Create());
root.Subcommands.Add(SilenceCommand.Create());
root.Subcommands.Add(DoctorCommand.Create());
root.Subcommands.Add(EventStudyCommand.Create());
root.Subcommands.Add(FeedCommand.Create());
root.Subcommands.Add(CostCommand.Create());
root.Subcommands.Add(ExportCommand.Create());
root.Subcommands.Add(ImportCommand.Create());
var parsed = root.Parse(args);

// Ctrl-C waits for what is under way to end cleanly: local storage saves what it holds.
var code = await parsed.InvokeAsync(
    new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) }
);

// Not by the errors: help is no wrong usage, also where an argument is left out.
return parsed.Action is ParseErrorAction ? Terminal.WrongUsage : code;
