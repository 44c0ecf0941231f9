namespace MarketPulse.Correlation.CrossSection;

/// <summary>The tests of a cross-section that a reader may be sent to.</summary>
public enum TestToRead
{
    /// <summary>Fewer than two events: each is read on its own.</summary>
    EachEvent,

    /// <summary>The cross-sectional t with its interval; the exact tests can't reach the level.</summary>
    CrossSectionalT,

    /// <summary>The exact signed-rank test.</summary>
    Wilcoxon,

    /// <summary>Boehmer, Musumeci and Poulsen.</summary>
    StandardizedCrossSectional,

    /// <summary>Kolari and Pynnönen's adjustment of it, with the generalized rank t beside it.</summary>
    KolariPynnonen,

    /// <summary>The regression on a dummy for the union of overlapping windows.</summary>
    UnionDummy,
}

/// <summary>Which test of a cross-section is to be read, and why; decided by rules fixed beforehand, never by the tests' outcomes.</summary>
public readonly record struct TestReading(TestToRead Test, string Why)
{
    /// <summary>Below this many events neither exact test can reach 5 %.</summary>
    public const int FewestForExactTests = 6;

    /// <summary>Up to this many events the exact test is read rather than one that leans on normal CARs.</summary>
    public const int Few = 12;

    /// <param name="count">Events with the window.</param>
    /// <param name="overlapsOfOneFirm">Pairs of events of one firm whose windows share a session.</param>
    /// <param name="sharedSessions">Pairs of events of different firms whose windows share a session.</param>
    public static TestReading Of(int count, long overlapsOfOneFirm, long sharedSessions) =>
        count < 2
            ? new(TestToRead.EachEvent, "fewer than two events: there is no cross-section to test")
        : overlapsOfOneFirm > 0
            ? new(
                TestToRead.UnionDummy,
                $"windows of one stock overlap ({Pairs(overlapsOfOneFirm)}): its returns are counted twice and the tests across events reject too often"
            )
        : sharedSessions > 0
            ? new(
                TestToRead.KolariPynnonen,
                $"events of different firms share sessions ({Pairs(sharedSessions)}): their abnormal returns are correlated"
            )
        : count < FewestForExactTests
            ? new(
                TestToRead.CrossSectionalT,
                $"{count} events: exact sign and signed-rank tests can't reach 5 %; read the interval and every event"
            )
        : count <= Few
            ? new(
                TestToRead.Wilcoxon,
                $"{count} events, independent: the exact test doesn't lean on normal returns"
            )
        : new(
            TestToRead.StandardizedCrossSectional,
            $"{count} events, independent: robust to a variance that the event raises"
        );

    private static string Pairs(long count) => count == 1 ? "1 pair" : $"{count} pairs";

    /// <summary>The test's name in results.</summary>
    public string Name =>
        Test switch
        {
            TestToRead.CrossSectionalT => "cross-sectional t",
            TestToRead.Wilcoxon => "Wilcoxon signed rank",
            TestToRead.StandardizedCrossSectional => "BMP",
            TestToRead.KolariPynnonen => "Kolari–Pynnönen, with GRANK-T beside it",
            TestToRead.UnionDummy => "union dummy",
            _ => "each event",
        };
}
