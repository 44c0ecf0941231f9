using MarketPulse.Announcements.Claims;
using static MarketPulse.Tests.Announcements.Articles.SampleText;

namespace MarketPulse.Tests.Announcements.Claims;

public class QuantityClaimsTests
{
    [Theory]
    [InlineData(
        "英伟达已出货 360 万块 Blackwell 芯片。",
        3_600_000,
        "chips",
        "Blackwell",
        "360 万块"
    )]
    [InlineData(
        "输出的 Blackwell 芯片有三百六十万块。",
        3_600_000,
        "chips",
        "Blackwell",
        "三百六十万块"
    )]
    [InlineData(
        "NVIDIA shipped 3.6 million Blackwell GPUs.",
        3_600_000,
        "chips",
        "Blackwell",
        "3.6 million Blackwell GPUs"
    )]
    [InlineData(
        "It sold 3.6 million Blackwells to clouds.",
        3_600_000,
        "chips",
        "Blackwell",
        "3.6 million"
    )]
    [InlineData("Dynamo 把收入机会提高了五十倍。", 50, "x", "Dynamo", "五十倍")]
    [InlineData("Blackwell is up to 40x faster than Hopper.", 40, "x", "Blackwell", "40x")]
    [InlineData("Rubin is twice as fast as Blackwell.", 2, "x", "Rubin", "twice")]
    [InlineData("GB300 is a tenfold improvement.", 10, "x", "GB300", "tenfold")]
    [InlineData(
        "Hopper 每秒可处理 1,000 个 tokens。",
        1000,
        "tokens/s",
        "Hopper",
        "每秒可处理 1,000 个 tokens"
    )]
    [InlineData(
        "Hopper manages 100 tokens a second.",
        100,
        "tokens/s",
        "Hopper",
        "100 tokens a second"
    )]
    [InlineData(
        "Rubin 的速度是每秒 50 千万亿次浮点运算。",
        50,
        "PFLOPS",
        "Rubin",
        "每秒 50 千万亿次浮点运算"
    )]
    [InlineData(
        "Rubin 每秒 5 亿亿次浮点盘算推算。",
        50,
        "PFLOPS",
        "Rubin",
        "每秒 5 亿亿次浮点盘算推算"
    )]
    [InlineData("Rubin delivers 3.6 exaflops.", 3600, "PFLOPS", "Rubin", "3.6 exaflops")]
    [InlineData("Jetson offers 2,000 teraflops.", 2, "PFLOPS", "Jetson", "2,000 teraflops")]
    [InlineData("The H200 has 141GB of memory.", 141, "GB", "H200", "141GB")]
    [InlineData("NVLink moves 1.8 TB/s.", 1.8, "TB/s", "NVLink", "1.8 TB/s")]
    [InlineData("NVLink 带宽达 1.8TB/s。", 1.8, "TB/s", "NVLink", "1.8TB/s")]
    [InlineData("NVIDIA will spend $500 billion on plants.", 5e11, "USD", "NVIDIA", "$500 billion")]
    [InlineData("输给出口限制，輝達計提約55億美元。", 5.5e9, "USD", "NVIDIA", "55億美元")]
    [InlineData("英伟达投资 30 亿好意思元建厂。", 3e9, "USD", "NVIDIA", "30 亿好意思元")]
    [InlineData("H100 training is 30 percent faster.", 30, "%", "H100", "30 percent")]
    [InlineData("GB200 draws 120 kW.", 120, "kW", "GB200", "120 kW")]
    [InlineData(
        "Blackwell has 208 billion transistors.",
        208e9,
        "transistors",
        "Blackwell",
        "208 billion transistors"
    )]
    public void Read_Figure_HasItsUnitSubjectAndSpan(
        string text,
        double value,
        string unit,
        string subject,
        string quote
    )
    {
        var claim = Assert.Single(ClaimsIn(text));
        Assert.Equal((value, unit, subject), (claim.Value!.Value, claim.Unit, claim.Subject));
        Assert.Equal(quote, claim.Span.Of(text));
    }

    [Theory]
    [InlineData("模型生成的 token 数量增加了 10 倍。", "tokens")]
    [InlineData("盘算推算速率也得提高 10 倍。", "speed")]
    [InlineData("所需的算力是过去的 10 倍。", "compute")]
    [InlineData("It needs 10 times more compute.", "compute")]
    [InlineData("It raised revenue 10 times over.", "revenue")]
    public void Read_MultipleWithoutAProduct_IsAboutItsMeasure(string text, string measure)
    {
        var claim = Assert.Single(ClaimsIn(text));
        Assert.Equal(
            (10, "x", measure, measure),
            (claim.Value, claim.Unit, claim.Subject, claim.Measure)
        );
    }

    [Theory]
    [InlineData("The CPU and the GPU share one memory.")]
    [InlineData("Rubin 由两块 GPU 构成。")]
    [InlineData("Huang met analysts three times.")]
    [InlineData("It was founded in 1993 by 3 engineers.")]
    [InlineData("NVIDIA's stock fell 3.4% to $115.43.")]
    [InlineData("纳指大跌1.71%，标普500指数跌1.07%。")]
    [InlineData("数十倍的差距。")]
    [InlineData("The GB300 and the RTX 5090 are sold out.")]
    public void Read_WhatClaimsNothing_GivesNothing(string text) => Assert.Empty(ClaimsIn(text));

    [Theory]
    [InlineData(
        "GB300 runs 1,000 tokens per second, against 100 for Hopper.",
        "Hopper: 100 tokens/s"
    )]
    [InlineData(
        "GB300 每秒处理 1000 个 tokens，而 Hopper 每秒仅处理 100 个 tokens。",
        "Hopper: 100 tokens/s"
    )]
    [InlineData(
        "Rubin reaches 50 petaflops, compared with 20 petaflops for Blackwell.",
        "Blackwell: 20 PFLOPS"
    )]
    [InlineData("Rubin went from 20 petaflops to 50 petaflops.", "20 PFLOPS")]
    [InlineData("Blackwell is 40x faster than Hopper.", "Hopper")]
    [InlineData("Blackwell 的速度是 Hopper 的 40 倍。", "Hopper")]
    public void Read_TwoFigures_AreOneClaimAndWhatItIsSetBeside(string text, string beside) =>
        Assert.Equal(beside, Assert.Single(ClaimsIn(text)).ComparedWith);

    [Theory]
    [InlineData(
        "Rubin reaches 50 petaflops against 20 petaflops for Blackwell, 1.5 times higher.",
        "50 / 20 = 2.5, which is 1.5 times higher: holds"
    )]
    [InlineData(
        "Rubin reaches 50 petaflops against 20 petaflops for Blackwell, 2.5 times higher.",
        "50 / 20 = 2.5, 2.5 times: holds"
    )]
    [InlineData(
        "Rubin reaches 50 petaflops against 20 petaflops for Blackwell, 4 times higher.",
        "50 / 20 = 2.5, not 4 times: doesn't hold"
    )]
    [InlineData(
        "Rubin 达每秒 50 千万亿次浮点运算，比 Blackwell 每秒 20 千万亿次浮点运算高出 1.5 倍。",
        "50 / 20 = 2.5, which is 1.5 times higher: holds"
    )]
    public void Read_Ratio_IsDoneAgain(string text, string sum) =>
        Assert.All(ClaimsIn(text), c => Assert.Equal(sum, c.Arithmetic));

    [Theory]
    [InlineData(
        "10 times more tokens, 10 times faster, so 100 times the compute.",
        "10 × 10 = 100: holds"
    )]
    [InlineData("token 增加 10 倍。速度提高 10 倍。因此算力要 100 倍。", "10 × 10 = 100: holds")]
    [InlineData(
        "token 增加 10 倍。速度提高 10 倍。因此算力要 120 倍。",
        "10 × 10 = 100, not 120: doesn't hold"
    )]
    public void Read_Product_IsDoneAgain(string text, string sum) =>
        Assert.Equal(sum, ClaimsIn(text)[^1].Arithmetic);

    [Fact]
    public void Read_Doubling_IsHeldAgainstTheFigureBefore()
    {
        var claims = ClaimsIn(
            "Rubin reaches 50 petaflops. Rubin Ultra doubles that to 100 petaflops."
        );
        Assert.Equal(["Rubin", "Rubin Ultra"], claims.Select(c => c.Subject));
        Assert.Equal([null, "100 = 2 × 50: holds"], claims.Select(c => c.Arithmetic));
    }

    [Theory]
    [InlineData("NVIDIA shares fell 3%, while its revenue rose 78%.", 78)]
    [InlineData(
        "NVIDIA's revenue for the quarter was $39.3 billion, up 12% from the one before.",
        12
    )]
    public void Read_PerCentOfTheBusiness_IsAClaimBesideTheMarket(string text, double value) =>
        Assert.Equal(
            value,
            Assert.Single(ClaimsIn(text), c => c.Unit == "%" && c.Measure == "revenue").Value
        );

    [Theory]
    [InlineData("NVIDIA fell 3.4% on Tuesday.")]
    [InlineData("The company closed Tuesday at $112.20, up 1.35% on the day.")]
    [InlineData("Nvidia lost as much as 6% before noon.")]
    public void Read_MoveOnTheMarket_IsNoClaim(string text) => Assert.Empty(ClaimsIn(text));

    [Fact]
    public void Read_FigureAfterAnother_IsNotTheFirstOnesBase() =>
        Assert.Null(
            ClaimsIn("It has 36 Grace CPUs, and each GPU carries 288GB, up from 192GB.")
                .Single(c => c.Unit == "chips")
                .ComparedWith
        );

    [Fact]
    public void Read_NameBehindAComma_IsNotTheFiguresSubject() =>
        Assert.Equal(
            "Vera Rubin",
            ClaimsIn("Vera Rubin 性能达到50 PFLOPS，而Blackwell为20 PFLOPS。")[0].Subject
        );

    [Fact]
    public void Read_OtherDollars_AreNotTheUnitedStates() =>
        Assert.DoesNotContain(
            ClaimsIn("TSMC's net profit rose to T$361.6 billion."),
            c => c.Unit == "USD"
        );
}
