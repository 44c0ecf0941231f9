using System.CommandLine;
using MarketPulse.Cli.Replay;

var root = new RootCommand(
    "Tracks announcements against a stock's price, and says how sure it is."
);
root.Subcommands.Add(ReplayCommand.Create());
return await root.Parse(args).InvokeAsync();
