namespace MarketPulse.Benchmarks.EventStudies;

internal static class EventStudySize
{
    public static int Run(int trials) => trials;
}
