namespace MarketPulse.Announcements.Articles;

/// <summary>Finds the date that an article's own lines give for its publication.</summary>
internal static class PublicationDate
{
    /// <summary>Lines from the beginning in which a byline's date counts.</summary>
    private const int Lead = 6;

    /// <param name="lines">Folded and trimmed.</param>
    /// <param name="roles">What each line is for.</param>
    /// <returns>Null where no line gives one.</returns>
    public static WrittenDate? In(List<string> lines, List<LineRole> roles)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles[i] == LineRole.Publication)
            {
                return WrittenDate.In(lines[i]);
            }
        }

        // A byline may end in the date: "By A. Writer, March 21, 2025".
        for (var i = 0; i < Math.Min(Lead, lines.Count); i++)
        {
            if (roles[i] == LineRole.Byline && WrittenDate.In(lines[i]) is { } date)
            {
                return date;
            }
        }

        return null;
    }
}
