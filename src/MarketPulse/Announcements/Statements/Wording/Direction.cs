namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads which way a change went.</summary>
internal static class Direction
{
    /// <summary>1 or −1, and the word that says so (null for a sign); null where nothing does.</summary>
    public static (int Sign, Token? Word)? Of(Clause clause, Figure figure)
    {
        var word = clause.Nearest(figure, Sense.Up | Sense.Down);
        return word is { Distance: <= 12 } found ? (Sign(found.Token), found.Token)
            : figure.Token.Sign != 0 ? (figure.Token.Sign, null)
            : null;
    }

    public static int Sign(Token word) => word.Is(Sense.Down) ? -1 : 1;
}
