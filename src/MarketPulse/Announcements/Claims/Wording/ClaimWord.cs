namespace MarketPulse.Announcements.Claims.Wording;

/// <summary>What a phrase of <c>promises.txt</c> says; the file tells what each is for.</summary>
[Flags]
internal enum ClaimWord
{
    None = 0,
    Coming = 1,
    Told = 2,
    Ahead = 4,
    Doubt = 8,
    Use = 16,
    Measure = 32,
    Anaphor = 64,
    There = 128,
    NotYet = 256,
    Arriving = 512,
    Delay = 1024,
    Firsts = 2048,
    Thing = 4096,
    Firm = 8192,
}
