using System.Reflection;
using Azure.Data.Tables;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;

namespace MarketPulse.Tests.Storage;

public sealed class TableImportTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void TableNames_All_AreEveryTableOfTheCode() =>
        Assert.Equal(
            typeof(TableNames)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(f => f.IsLiteral)
                .Select(f => (string)f.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal),
            TableNames.All.Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Import_IntoEmptyTables_GivesTheSameBytesWhenExportedAgain()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        await using (var host = await tables.StartAsync(Items.Watchlist, Items.Noon))
        {
            await FillAsync(host);
            var rows = await ExportAsync(host, one);
            Assert.Equal(TableNames.All.Count, rows.Count);
            Assert.Equal(251, rows[TableNames.Prices]);
        }

        await using var empty = await tables.StartAsync(Items.Watchlist, Items.Noon);
        var counts = await ImportAsync(empty, one);
        Assert.Equal(251, counts[TableNames.Prices].Added);
        await ExportAsync(empty, two);
        Assert.Equal(Bytes(one), Bytes(two));

        // And once more, whole or after having been cut off, changes nothing.
        Assert.All(
            (await ImportAsync(empty, one)).Values,
            c => Assert.Equal((0, 0, 0), (c.Added, c.Replaced, c.Kept))
        );
        await (await empty.TableAsync(TableNames.Prices)).DeleteEntityAsync(
            "NVDA_2025",
            "150",
            cancellationToken: Cancellation
        );
        var again = await ImportAsync(empty, one);
        Assert.Equal((1, 250), (again[TableNames.Prices].Added, again[TableNames.Prices].Same));
    }

    [Fact]
    public async Task Import_StoredRowThatDiffers_StaysUnlessReplacingIsAskedFor()
    {
        using var folder = new TemporaryFolder();
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        var table = await host.TableAsync(TableNames.Alerts);
        await table.AddEntityAsync(
            new TableEntity("NVDA", "1") { ["Why"] = "exported" },
            Cancellation
        );
        await ExportAsync(host, folder);
        await table.UpsertEntityAsync(
            new TableEntity("NVDA", "1") { ["Why"] = "since" },
            TableUpdateMode.Replace,
            Cancellation
        );
        await table.AddEntityAsync(
            new TableEntity("NVDA", "2") { ["Why"] = "new since" },
            Cancellation
        );

        var kept = (await ImportAsync(host, folder))[TableNames.Alerts];
        Assert.Equal((0, 0, 1), (kept.Added, kept.Replaced, kept.Kept));
        Assert.Equal("NVDA / 1", kept.FirstKept);
        Assert.Equal(["since", "new since"], await WhyAsync(host));

        var replaced = (await ImportAsync(host, folder, replace: true))[TableNames.Alerts];
        Assert.Equal((1, 0), (replaced.Replaced, replaced.Kept));
        Assert.Equal(["exported", "new since"], await WhyAsync(host));
    }

    [Fact]
    public async Task Check_RottenLines_AreNamedByFileAndLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(
            Path.Combine(folder.Path, "Alerts.jsonl"),
            [
                """{"PartitionKey":"a","RowKey":"1"}""",
                "{",
                """{"PartitionKey":"a","RowKey":"1","X":1}""",
            ],
            Cancellation
        );
        var (rows, problems) = await TableImport.CheckAsync(folder.Path, Cancellation);
        Assert.Equal(3, rows["Alerts"]);
        Assert.Collection(
            problems,
            p => Assert.StartsWith("Alerts.jsonl, line 2: it isn't one JSON object", p),
            p => Assert.StartsWith("Alerts.jsonl, line 3: its keys are those of line 1", p)
        );
    }

    [Theory]
    [InlineData(null, "holds no TABLE.jsonl")]
    [InlineData("Alert.jsonl", "Alert.jsonl in")]
    public async Task Check_FolderThatIsNoExport_IsRefusedWithTheCure(string? file, string problem)
    {
        using var folder = new TemporaryFolder();
        if (file is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, file), "", Cancellation);
        }

        var error = await Assert.ThrowsAsync<SettingException>(() =>
            TableImport.CheckAsync(folder.Path, Cancellation)
        );
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    /// <summary>More rows than one transaction takes, in two partitions, with every type; a row in each table.</summary>
    private static async Task FillAsync(StageHost host)
    {
        foreach (var name in TableNames.All)
        {
            var row = TableLineTests.EveryType;
            row.PartitionKey = $"only {name}";
            await (await host.TableAsync(name)).AddEntityAsync(row, Cancellation);
        }

        var prices = await host.TableAsync(TableNames.Prices);
        foreach (var chunk in Enumerable.Range(0, 250).Chunk(100))
        {
            await prices.SubmitTransactionAsync(
                chunk.Select(i => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity("NVDA_2025", $"{i:000}")
                    {
                        ["Close"] = i / 8.0,
                        ["Volume"] = (long)i,
                    }
                )),
                Cancellation
            );
        }
    }

    private static Task<IReadOnlyDictionary<string, int>> ExportAsync(
        StageHost host,
        TemporaryFolder folder
    ) => host.Get<TableExport>().WriteAsync(folder.Path, TableNames.All, null, Cancellation);

    private static async Task<Dictionary<string, ImportCount>> ImportAsync(
        StageHost host,
        TemporaryFolder folder,
        bool replace = false
    ) =>
        (
            await host.Get<TableImport>()
                .WriteAsync(folder.Path, replace, (_, _) => { }, Cancellation)
        ).ToDictionary(c => c.Table);

    private static async Task<IEnumerable<string>> WhyAsync(StageHost host) =>
        (await host.RowsAsync(TableNames.Alerts)).Select(r => r.GetString("Why"));

    private static List<string> Bytes(TemporaryFolder folder) =>
        [.. TemporaryFolder.Files(folder.Path).Values];
}
