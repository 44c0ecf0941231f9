using MarketPulse.Cli.Query;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Tests.Cli.Query;

public sealed class EmptyAnswersTests
{
    [Fact]
    public async Task Question_WithoutRows_SaysWhatToDo()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddMarketPulse(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([
                        new("Storage:ConnectionString", "UseDevelopmentStorage=true"),
                    ])
                    .Build()
            )
            .BuildServiceProvider();

        Assert.All(
            services.GetRequiredService<QuestionList>().All.Where(q => q is not HealthQuestion),
            question =>
            {
                var said = EmptyAnswers.Say(question.Form, Filters.Of([]));
                Assert.Matches("marketpulse|watchlist", said);
            }
        );
    }

    [Fact]
    public void Question_WithFilters_NamesThem()
    {
        var said = EmptyAnswers.Say(
            CorrelationsQuestion.Asked,
            Filters.Of([new("kind", "keynote"), new("from", "2030-01-01"), new("limit", "5")])
        );

        Assert.Equal("Nothing matches --from and --kind. Leave something out, or widen it.", said);
    }
}
