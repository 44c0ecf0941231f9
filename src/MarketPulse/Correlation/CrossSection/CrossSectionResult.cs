namespace MarketPulse.Correlation.CrossSection;

/// <summary>One window's abnormal returns across events: every test, and which of them is to be read.</summary>
/// <param name="Group">The events' kind, or empty for all events.</param>
/// <param name="Window">The window, both ends inclusive.</param>
/// <param name="Average">n, CAAR, s, cross-sectional t and its interval.</param>
/// <param name="MeanCorrelation">r̄ of the <paramref name="KolariPynnonen"/> adjustment.</param>
/// <param name="Reading">Which test to read, and why.</param>
public sealed record CrossSectionResult(
    string Group,
    EventWindow Window,
    CrossSectionalT Average,
    TestStatistic Patell,
    TestStatistic BoehmerMusumeciPoulsen,
    double MeanCorrelation,
    TestStatistic KolariPynnonen,
    TestStatistic CorradoRank,
    TestStatistic GeneralizedSign,
    TestStatistic GeneralizedRank,
    WilcoxonSignedRankTest Wilcoxon,
    SignTest Sign,
    TestReading Reading
);
