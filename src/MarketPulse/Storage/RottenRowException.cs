namespace MarketPulse.Storage;

/// <summary>A stored row that can't be read. The rest of its table can: readers skip the row and say so.</summary>
public sealed class RottenRowException(string partition, string row, string column, Exception inner)
    : Exception(
        $"Row '{partition}' / '{row}'{(column.Length > 0 ? $", column {column}," : "")} can't be read: {inner.Message} It is skipped; delete the row, and the next run writes it anew.",
        inner
    );
