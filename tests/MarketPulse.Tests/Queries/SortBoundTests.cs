using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using MarketPulse.Correlation;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using MarketPulse.Storage;
using MarketPulse.Tests.Alerts;
using MarketPulse.Tests.Announcements;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MarketPulse.Tests.Queries;

/// <summary>An endless table asked for in another order than its own.</summary>
public sealed class SortBoundTests
{
    [Fact]
    public async Task Question_SortedOverMoreThanTheBound_IsRefusedAfterAsManyRequests()
    {
        var transactions = new TransactionCounter();
        using var endless = new Endless();
        var table = new CorrelationTable(
            new TableStorage(
                Options.Create(
                    new StorageOptions
                    {
                        ConnectionString =
                            "DefaultEndpointsProtocol=http;AccountName=test;AccountKey=dGVzdA==;TableEndpoint=http://127.0.0.1:9/test;",
                    }
                ),
                transactions,
                new TableClientOptions { Transport = new HttpClientTransport(endless) }
            ),
            NullLogger<CorrelationTable>.Instance
        );
        var question = new CorrelationsQuestion(Items.Watchlist, table);

        var error = await Assert.ThrowsAsync<QueryTextException>(() =>
            question.AskAsync(
                [new("symbol", "NVDA"), new("sort", "t")],
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("sort", error.Parameter);
        Assert.Contains("20000", error.Message, StringComparison.Ordinal);
        Assert.Contains("from, to", error.Message, StringComparison.Ordinal);
        Assert.Equal(CorrelationsQuestion.MostSorted / QueryParameters.MostRows, endless.Pages);
    }

    /// <summary>Answers every query with a full page, and that more follow.</summary>
    private sealed class Endless : HttpMessageHandler
    {
        private readonly byte[] _page = Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["value"] = new JsonArray([
                    .. Enumerable.Range(0, QueryParameters.MostRows).Select(Row),
                ]),
            }.ToJsonString()
        );

        public int Pages { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Method != HttpMethod.Get)
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
            }

            Pages++;
            var answer = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(_page),
            };
            answer.Content.Headers.ContentType = new("application/json");
            answer.Headers.Add("x-ms-continuation-NextPartitionKey", "NVDA");
            answer.Headers.Add("x-ms-continuation-NextRowKey", "next");
            return Task.FromResult(answer);
        }

        private static JsonObject Row(int number)
        {
            var json = new JsonObject();
            var entity = EntityCodec.ToEntity(
                "NVDA",
                number.ToString("D8", CultureInfo.InvariantCulture),
                Results.Of()
            );
            foreach (var (column, value) in entity.Where(c => c.Value is not null))
            {
                json[column] = JsonSerializer.SerializeToNode(value);
                if (value is DateTimeOffset)
                {
                    json[column + "@odata.type"] = "Edm.DateTime";
                }
            }

            return json;
        }
    }
}
