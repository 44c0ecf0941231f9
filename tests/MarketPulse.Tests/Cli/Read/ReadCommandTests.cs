using System.Text.Json;

namespace MarketPulse.Tests.Cli.Read;

/// <summary>The command as a program: exit codes and messages for what it is given.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private const string Text =
        "SANTA CLARA, March 18, 2025 - NVIDIA shows a card.\n\nVera Rubin will ship in the second half of 2026. NVIDIA shares closed at $115.43 on Tuesday.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_StandardInput_IsRead()
    {
        var (code, output, error) = await RunAsync(Text, "read", "-", "--format", "json");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Contains(
            json.RootElement.GetProperty("claims").EnumerateArray(),
            c => c.GetProperty("due").GetString() == "2026-H2"
        );
    }

    [Fact]
    public async Task Run_NothingToRead_IsWrongInput()
    {
        var empty = await RunAsync("", "read", "-");
        Assert.Equal(2, empty.Code);
        Assert.StartsWith("Standard input is empty", empty.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("", "read", _folder.Path)).Code);
    }

    [Theory]
    [InlineData("--data d --prices p", "give one of them")]
    [InlineData("--prices missing-folder", "is no folder")]
    [InlineData("--published soon", "neither a date nor an instant")]
    [InlineData("--symbol XYZ", "is not watched")]
    public async Task Run_OptionThatCannotBeMeant_SaysWhy(string options, string why)
    {
        var (code, _, error) = await RunAsync(Text, ["read", "-", .. options.Split(' ')]);
        Assert.Equal(2, code);
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EmptyDataFolder_SaysHowToFillIt()
    {
        var (code, _, error) = await RunAsync(Text, "read", "-", "--data", _folder.Path);
        Assert.Equal(2, code);
        Assert.Contains("Nothing is stored in", error, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(
        string input,
        params string[] arguments
    ) => CliProgram.RunAsync(input, isPrivateAllowed: false, arguments);
}
