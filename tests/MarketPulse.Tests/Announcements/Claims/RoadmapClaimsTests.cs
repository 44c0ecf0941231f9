using MarketPulse.Announcements.Claims;
using static MarketPulse.Tests.Announcements.Articles.SampleText;

namespace MarketPulse.Tests.Announcements.Claims;

public class RoadmapClaimsTests
{
    [Theory]
    [InlineData("Blackwell Ultra 将于本年下半年推出。", "Blackwell Ultra", "2025-H2")]
    [InlineData("Vera Rubin 芯片将在 2026 年下半年发布。", "Vera Rubin", "2026-H2")]
    [InlineData("2027 年下半年将推出 Rubin Ultra 芯片。", "Rubin Ultra", "2027-H2")]
    [InlineData("Feynman 研讨将在 2028 年面世。", "Feynman", "2028")]
    [InlineData("Rubin 将于明年上半年量产。", "Rubin", "2026-H1")]
    [InlineData("GB300 預計第三季出貨。", "GB300", "2025-Q3")]
    [InlineData("Jetson 将于下个月上市。", "Jetson", "2025-04")]
    [InlineData("DGX Spark 计划 2025 年 5 月发售。", "DGX Spark", "2025-05")]
    [InlineData(
        "Blackwell Ultra ships in the second half of this year.",
        "Blackwell Ultra",
        "2025-H2"
    )]
    [InlineData("Vera Rubin will ship in the second half of 2026.", "Vera Rubin", "2026-H2")]
    [InlineData("Vera Rubin Ultra will follow in 2H 2027.", "Rubin Ultra", "2027-H2")]
    [InlineData("Feynman is expected in 2028.", "Feynman", "2028")]
    [InlineData("GB300 will begin shipping in Q3 2025.", "GB300", "2025-Q3")]
    [InlineData("GB300 will begin shipping in the third quarter of 2025.", "GB300", "2025-Q3")]
    [InlineData("GB300 ships in 2025-Q3.", "GB300", "2025-Q3")]
    [InlineData("Rubin CPX is available by the end of 2026.", "Rubin CPX", "2026")]
    [InlineData("DGX Spark will be available later this year.", "DGX Spark", "2025")]
    [InlineData("Rubin enters production early next year.", "Rubin", "2026-H1")]
    [InlineData("Jetson will launch next month.", "Jetson", "2025-04")]
    [InlineData("DGX Spark will be available in May 2025.", "DGX Spark", "2025-05")]
    [InlineData("H20 will ship in the third quarter of fiscal 2026.", "H20", "FY2026-Q3")]
    [InlineData("Rubin samples are due in Q1 FY27.", "Rubin", "FY2027-Q1")]
    [InlineData(
        "Partners expect to begin shipping GB300 in the third quarter.",
        "GB300",
        "2025-Q3"
    )]
    [InlineData("DGX Station will ship by year-end.", "DGX Station", "2025")]
    [InlineData("DGX Station 将于年底前上市。", "DGX Station", "2025")]
    public void Read_Promise_HasItsSubjectAndPeriod(string text, string subject, string due)
    {
        var claim = Assert.Single(ClaimsIn(text));
        Assert.Equal(
            (ClaimType.Roadmap, subject, due),
            (claim.Type, claim.Subject, claim.Due!.Words)
        );
    }

    [Fact]
    public void Read_SeveralPromisesInASentence_PairsEachWithItsOwnPeriod() =>
        Assert.Equal(
            [("Vera Rubin", "2026-H2"), ("Rubin Ultra", "2027-H2"), ("Feynman", "2028")],
            ClaimsIn(
                    "Vera Rubin arrives in the second half of 2026, Rubin Ultra in the second half of 2027 and Feynman in 2028."
                )
                .Select(c => (c.Subject, c.Due!.Words))
        );

    [Fact]
    public void Read_ListWithSemicolons_IsOnePromiseAfterAnother() =>
        Assert.Equal(
            [("Vera Rubin", "2026-H2"), ("Rubin Ultra", "2027"), ("Feynman", "2028")],
            ClaimsIn(
                    "Vera Rubin arrives in the second half of 2026; in 2027, Rubin Ultra; in 2028, Feynman."
                )
                .Select(c => (c.Subject, c.Due!.Words))
        );

    [Theory]
    [InlineData("DGX Station will be available later this year.", "2025-03-21", "2025-12-31")]
    [InlineData("DGX Station will be available by the end of 2026.", "2025-03-21", "2026-12-31")]
    [InlineData("DGX Station will be available in 2026.", "2026-01-01", "2026-12-31")]
    [InlineData("DGX Station 将于 2026 年底前上市。", "2025-03-21", "2026-12-31")]
    public void Read_PeriodNamedByItsEnd_BeginsOnTheDayOfWriting(
        string text,
        string from,
        string to
    )
    {
        var due = Assert.Single(ClaimsIn(text)).Due!;
        Assert.Equal((from, to), ($"{due.From:yyyy-MM-dd}", $"{due.To:yyyy-MM-dd}"));
    }

    [Fact]
    public void Read_PeriodsFirst_PairsEachWithTheProductAfterIt() =>
        Assert.Equal(
            [("Vera Rubin", "2026-H2"), ("Rubin Ultra", "2027-H2")],
            ClaimsIn("2026 年下半年推出 Vera Rubin，2027 年下半年推出 Rubin Ultra。")
                .Select(c => (c.Subject, c.Due!.Words))
        );

    [Theory]
    [InlineData("NVIDIA launched Hopper in 2022.")]
    [InlineData("本年以来，Blackwell 已经发布。")]
    [InlineData("公司公布了未来两三年内推出 Rubin 的阶梯图。")]
    [InlineData("Rubin is named after an astronomer born in 1928.")]
    public void Read_WhatPromisesNothing_GivesNothing(string text) =>
        Assert.DoesNotContain(ClaimsIn(text), c => c.Type == ClaimType.Roadmap);

    [Fact]
    public void Read_RelativePeriodWithoutADate_IsLeftOut()
    {
        var article = MarketPulse.Announcements.Articles.ArticleReader.Read(
            "Rubin will ship next year. Feynman will ship in 2028.",
            Names
        );
        var text = MarketPulse.Announcements.Articles.ReadableText.Of(article);
        var claim = Assert.Single(ClaimReader.Read(article, text, Names.Find(text), []));
        Assert.Equal("Feynman", claim.Subject);
    }

    [Fact]
    public void Read_FiscalQuarter_CoversNvidiasMonths()
    {
        var due = Assert.Single(ClaimsIn("H20 will ship in Q3 fiscal 2026.")).Due!;
        Assert.Equal((new DateOnly(2025, 8, 1), new DateOnly(2025, 10, 31)), (due.From, due.To));
    }
}
