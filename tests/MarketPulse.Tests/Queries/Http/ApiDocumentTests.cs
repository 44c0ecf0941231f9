using System.Text.Json;
using MarketPulse.Queries.Http;
using MarketPulse.Queries.Questions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace MarketPulse.Tests.Queries.Http;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task Document_ReadByALibrary_IsOpenApi31WithoutAFault()
    {
        var (services, json) = await DocumentAsync();
        await using var _ = services;

        var read = OpenApiDocument.Parse(json, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(
            [
                .. services.GetRequiredService<QuestionList>().All.Select(q => $"/api/{q.Name}"),
                "/api/silences/{id}",
            ],
            read.Document!.Paths.Keys
        );
    }

    [Fact]
    public async Task Document_EveryParameterOfEveryQuestion_IsDescribed()
    {
        var (services, json) = await DocumentAsync();
        await using var _ = services;
        var paths = JsonDocument.Parse(json).RootElement.GetProperty("paths");

        Assert.All(
            services.GetRequiredService<QuestionList>().All,
            question =>
                Assert.Equal(
                    [.. question.Form.Parameters.Select(p => p.Name), "format"],
                    paths
                        .GetProperty($"/api/{question.Name}")
                        .GetProperty("get")
                        .GetProperty("parameters")
                        .EnumerateArray()
                        .Select(p => p.GetProperty("name").GetString())
                )
        );
    }

    private static async Task<(ServiceProvider, string)> DocumentAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", "UseDevelopmentStorage=true")])
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddMarketPulse(configuration)
            .BuildServiceProvider();
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await services.GetRequiredService<ApiDocument>().Reply().ExecuteAsync(context);
        return (services, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
