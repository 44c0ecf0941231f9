namespace MarketPulse.Cli.EventStudy;

/// <summary>Input that can't be used. The message is for its owner: the place, what is wrong there, and the cure.</summary>
internal sealed class InputException : Exception
{
    public InputException(string message)
        : base(message) { }

    public InputException(string message, Exception inner)
        : base(message, inner) { }

    public InputException() { }

    /// <param name="line">The line in the file, from 1.</param>
    /// <param name="column">The column's position, from 1.</param>
    public static InputException At(
        string file,
        int line,
        int column,
        string name,
        string problem
    ) => new($"{file}, line {line}, column {column} ({name}): {problem}");
}
