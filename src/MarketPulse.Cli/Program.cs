using System.CommandLine;

var root = new RootCommand(
    "Tracks announcements against a stock's price, and says how sure it is."
);
return await root.Parse(args).InvokeAsync();
