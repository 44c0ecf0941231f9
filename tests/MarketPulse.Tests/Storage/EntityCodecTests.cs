using System.Text.Json;
using Azure.Data.Tables;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Feeds;
using MarketPulse.Storage;

namespace MarketPulse.Tests.Storage;

public class EntityCodecTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
        "",
        "plain",
        "NVIDIA’s “Blackwell” — 英伟达 😀",
        "{\"json\":[1,2]}",
        "null",
        "2025-03-18",
        "line\nbreak\tand 'quote'",
        "−3.43 %"
    );

    private static readonly Gen<double> Doubles = Gen.OneOf(
        Gen.Elements(
            0.0,
            -0.0,
            double.MaxValue,
            double.MinValue,
            double.Epsilon,
            1.0,
            -1e300,
            0.1,
            1.0 / 3
        ),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(n => n.Get)
    );

    private static readonly Gen<DateTimeOffset> Instants =
        from seconds in Gen.Choose(0, 900_000_000)
        from ticks in Gen.Choose(0, 9_999_999)
        select new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)
            .AddSeconds(seconds)
            .AddTicks(ticks);

    private static readonly Gen<DateOnly> Dates = Gen.Choose(0, 10_000)
        .Select(new DateOnly(2001, 1, 1).AddDays);

    [Property]
    public Property Announcement_AnyOne_SurvivesTheTable() =>
        Survives(
            from texts in Gen.ArrayOf(Texts, 8)
            from kind in Gen.Elements(Enum.GetValues<AnnouncementKind>())
            from published in Nullable(Instants)
            from date in Nullable(Dates)
            from seen in Instants
            from count in Gen.Choose(0, 3)
            select new Announcement(
                texts[0],
                texts[1],
                kind,
                texts[2],
                texts[3],
                texts[4],
                published,
                date,
                seen,
                [
                    .. Enumerable.Repeat(
                        new AnnouncementSource(texts[5], texts[6], texts[7], texts[3], published),
                        count
                    ),
                ]
            )
        );

    [Property]
    public Property CorrelationResult_AnyOne_SurvivesTheTable() =>
        Survives(
            from texts in Gen.ArrayOf(Texts, 8)
            from figures in Gen.ArrayOf(Nullable(Doubles), 12)
            from numbers in Gen.ArrayOf(Gen.Choose(int.MinValue, int.MaxValue), 3)
            from degrees in Nullable(Gen.Choose(1, 300))
            from dates in Gen.ArrayOf(Dates, 2)
            from maybe in Gen.ArrayOf(Nullable(Dates), 2)
            from published in Nullable(Instants)
            from computed in Instants
            from verdict in Gen.Elements(Enum.GetValues<Verdict>())
            from kind in Gen.Elements(Enum.GetValues<AnnouncementKind>())
            from count in Gen.Choose(0, 3)
            select new CorrelationResult(
                texts[0],
                texts[1],
                kind,
                texts[2],
                published,
                dates[0],
                texts[3],
                texts[4],
                texts[5],
                numbers[0],
                numbers[1],
                maybe[0],
                maybe[1],
                numbers[2],
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6],
                figures[7],
                degrees,
                figures[8],
                figures[9],
                figures[10],
                figures[11],
                verdict,
                texts[6],
                [.. Enumerable.Repeat(new Confounder(texts[1], kind, texts[2], dates[1]), count)],
                texts[7],
                [.. Enumerable.Repeat(dates[1], count)],
                [.. Enumerable.Repeat(texts[6], count)],
                computed
            )
        );

    [Property]
    public Property Alert_AnyOne_SurvivesTheTable() =>
        Survives(
            from texts in Gen.ArrayOf(Texts, 5)
            from figures in Gen.ArrayOf(Nullable(Doubles), 2)
            from day in Dates
            from at in Instants
            from decision in Gen.Elements(Enum.GetValues<NotifyDecision>())
            from kind in Gen.Elements(Enum.GetValues<AnnouncementKind>())
            from key in Gen.OneOf(Texts, Gen.Constant<string>(null!))
            select new Alert(
                texts[0],
                texts[1],
                kind,
                texts[2],
                texts[3],
                day,
                figures[0],
                figures[1],
                decision,
                texts[4],
                key,
                at
            )
        );

    [Property]
    public Property Notification_AnyOne_SurvivesTheTable() =>
        Survives(
            from texts in Gen.ArrayOf(Texts, 5)
            from maybe in Gen.ArrayOf(Gen.OneOf(Texts, Gen.Constant<string>(null!)), 3)
            from day in Dates
            from instants in Gen.ArrayOf(Instants, 2)
            from sent in Nullable(Instants)
            from attempts in Gen.Choose(0, 10)
            from count in Gen.Choose(0, 3)
            select new Notification(
                texts[0],
                texts[1],
                day,
                [.. Enumerable.Repeat(texts[2], count)],
                texts[3],
                maybe[0],
                instants[0],
                texts[4],
                attempts,
                instants[1],
                maybe[1],
                sent,
                maybe[2]
            )
        );

    [Property]
    public Property FeedState_AnyOne_SurvivesTheTable() =>
        Survives(
            from tag in Gen.OneOf(Texts, Gen.Constant<string>(null!))
            from failure in Gen.OneOf(Texts, Gen.Constant<string>(null!))
            from modified in Nullable(Instants)
            from since in Nullable(Instants)
            select new FeedState(tag, modified, since, failure)
        );

    [Fact]
    public void ToEntity_NegativeZero_KeepsItsSign()
    {
        var read = RoundTrip(new WithNumber(-0.0));
        Assert.True(double.IsNegative(read.Number));
    }

    [Fact]
    public void ToEntity_Null_IsAnAbsentColumn() =>
        Assert.Equal(
            ["ETag"],
            EntityCodec
                .ToEntity("p", "r", new FeedState(ETag: "x"))
                .Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"])
        );

    [Fact]
    public void ToEntity_InstantInAnotherZone_IsStoredInUtc()
    {
        var entity = EntityCodec.ToEntity(
            "p",
            "r",
            new FeedState(LastModified: new(2025, 3, 18, 10, 0, 0, TimeSpan.FromHours(-7)))
        );
        Assert.Equal(
            new DateTimeOffset(2025, 3, 18, 17, 0, 0, TimeSpan.Zero).ToString("O"),
            ((DateTimeOffset)entity["LastModified"]).ToString("O")
        );
    }

    [Theory]
    [InlineData("LastModified", "yesterday")]
    [InlineData("FailingSince", 3.5)]
    public void FromEntity_ColumnOfAnotherType_NamesRowAndValue(string column, object value)
    {
        var error = Assert.Throws<RottenRowException>(() =>
            EntityCodec.FromEntity<FeedState>(new TableEntity("feed", "wire") { [column] = value })
        );
        Assert.Contains("Row 'feed' / 'wire'", error.Message, StringComparison.Ordinal);
        Assert.Contains(column, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("delete the row", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromEntity_BytesWhereTextBelongs_NamesTheColumn()
    {
        var error = Assert.Throws<RottenRowException>(() =>
            EntityCodec.FromEntity<FeedState>(
                new TableEntity("feed", "wire") { ["ETag"] = new byte[] { 1 } }
            )
        );
        Assert.Contains("column ETag,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromEntity_BrokenJson_NamesTheColumn()
    {
        var entity = EntityCodec.ToEntity("NVDA", "1", Items());
        entity["Sources"] = "[{\"feed\":";
        var error = Assert.Throws<RottenRowException>(() =>
            EntityCodec.FromEntity<Announcement>(entity)
        );
        Assert.Contains("column Sources,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromEntity_UnknownColumn_IsNoMatter()
    {
        // A newer version's column must not stop an older one.
        var entity = EntityCodec.ToEntity("feed", "wire", new FeedState(ETag: "x"));
        entity["Later"] = "y";
        Assert.Equal(new FeedState(ETag: "x"), EntityCodec.FromEntity<FeedState>(entity));
    }

    private sealed record WithNumber(double Number);

    private static Announcement Items() => Tests.Announcements.Items.Telling("NVIDIA");

    private static Property Survives<T>(Gen<T> values) =>
        Prop.ForAll(
            Arb.From(values),
            value =>
                Assert.Equal(
                    JsonSerializer.Serialize(value, Json.Compact),
                    JsonSerializer.Serialize(RoundTrip(value), Json.Compact)
                )
        );

    private static T RoundTrip<T>(T value) =>
        EntityCodec.FromEntity<T>(EntityCodec.ToEntity("p", "r", value));

    private static Gen<T?> Nullable<T>(Gen<T> values)
        where T : struct => Gen.OneOf(values.Select(v => (T?)v), Gen.Constant((T?)null));
}
