namespace MarketPulse.Storage;

/// <summary>What became of the rows of one table's file.</summary>
/// <param name="Added">They weren't there.</param>
/// <param name="Same">They were there, alike.</param>
/// <param name="Replaced">They were there, otherwise, and were replaced as was asked for.</param>
/// <param name="Kept">They were there, otherwise, and stayed.</param>
/// <param name="FirstKept">The keys of the first such row; null where there is none.</param>
public sealed record ImportCount(
    string Table,
    int Added = 0,
    int Same = 0,
    int Replaced = 0,
    int Kept = 0,
    string? FirstKept = null
);
