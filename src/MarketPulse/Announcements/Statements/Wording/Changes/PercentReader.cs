using MarketPulse.Announcements.Statements.Wording.Dates;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;
using MarketPulse.Announcements.Statements.Wording.Periods;
using MarketPulse.Announcements.Statements.Wording.Quotes;
using MarketPulse.Announcements.Statements.Wording.Tables;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Reads changes in per cent.</summary>
internal static class PercentReader
{
    /// <summary>From here on, in per cent, a change without a span of its own is of a longer time than a day.</summary>
    private const double MostOfADay = 100;

    public static Stated? Read(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        var ofPage = PageBadges.Are(clause, figure);
        var direction = Direction.Of(clause, figure);
        var sign = direction?.Sign ?? Restated(clause, at, before);
        if (
            sign is not { } way
            || Measures.Own(clause, figure)
            || RestatedMeasures.IsSuch(clause, at)
            || TargetWords.Promise(clause, figure)
            // "Nvidia (NVDA 2.33%)": which way isn't said.
            || (ofPage && figure.Token.Sign == 0)
            || PercentRanges.Are(clause, at)
            || PercentDistances.IsDistance(clause, figure)
            || PercentDistances.IsComparedWith(clause, figure)
            || OldBases.Are(clause, figure)
            || ForeignVenues.Are(clause, at)
            || (direction is { Word: null } && TableRow.IsOfOther(clause))
        )
        {
            return null;
        }

        if (DayStretches.Hold(clause, figure))
        {
            return new(PriceField.Change, way, Change: true, Skip: true);
        }

        switch (Spans.Of(clause, figure))
        {
            case Sense.Ytd:
                return new(
                    PriceField.YearToDate,
                    way,
                    OfMoment: clause.HasBeside(figure, Sense.Moment)
                );
            case Sense.Period:
                return null;
        }

        if (IsOfNamedDay(clause, figure))
        {
            return new(PriceField.Change, way, Change: true);
        }

        if (figure.Token.Number >= MostOfADay)
        {
            return null;
        }

        var part = DayPart.Of(clause, at, before);
        var ofQuote = false;
        if (
            part is null
            && before
                is { Field: PriceField.High or PriceField.Low or PriceField.Open, Change: false }
            && (
                HangingChanges.IsApposed(clause, at)
                || (before.Field != PriceField.Open && HangingChanges.IsAmount(clause, figure))
            )
        )
        {
            // "as high as $974, good for a gain of 5%", "opened at $92.06, off 14%": how far that price was off.
            part = before.Field == PriceField.Open ? PriceField.Open : PriceField.Intraday;
        }
        else if (
            part is null or PriceField.Close
            && before is { Change: false }
            && (
                HangingChanges.IsOfMoment(clause, at)
                || HangingChanges.HangsOnMoment(clause, at, before)
            )
        )
        {
            part = PriceField.Intraday;
            ofQuote = HangingChanges.HangsOnMoment(clause, at, before);
        }

        if (
            part is null
            && (PercentMoments.TurnsBehind(clause, at, way) || PercentMoments.IsNow(clause, figure))
        )
        {
            part = PriceField.Intraday;
        }

        return new(
            part switch
            {
                PriceField.PreMarket or PriceField.AfterHours or PriceField.Open => part.Value,
                PriceField.Intraday or PriceField.High or PriceField.Low => PriceField.Intraday,
                _ => PriceField.Change,
            },
            way,
            part,
            OfMoment: (
                part is null or PriceField.Intraday && clause.HasBeside(figure, Sense.Moment)
            )
                || ofQuote
                || ofPage
                || PercentMoments.IsBesideMoment(clause, at)
                || PercentMoments.LeadsToExtreme(clause, at)
                || MarketValues.Hold(clause, at)
                || (part == PriceField.Open && PercentMoments.IsLoose(clause, figure)),
            Change: true,
            OfPage: ofPage
        );
    }

    /// <summary>"Is edging up, to recover from Tuesday's 4% decline": that day's whole change.</summary>
    private static bool IsOfNamedDay(Clause clause, Figure figure) =>
        figure.Last + 1 < clause.Tokens.Count
        && clause.Tokens[figure.Last + 1].Is(Sense.Up | Sense.Down)
        && OwningDays.Of(clause, figure) is not null
        && !clause
            .Tokens[(figure.Last + 1)..Math.Min(clause.Tokens.Count, figure.Last + 5)]
            .Exists(t => t.Is(Sense.PreMarket | Sense.AfterHours | Sense.Intraday));

    /// <summary>"gained $11.13, or 8.5%": the figure before, said again.</summary>
    private static int? Restated(Clause clause, int at, Stated? before)
    {
        if (before is not { Change: true } || at == 0)
        {
            return null;
        }

        var previous = clause.Figures[at - 1].Last + 1;
        var between = clause.Tokens.GetRange(previous, clause.Figures[at].First - previous);
        return
            between.Count is > 0 and <= 5
            && between.TrueForAll(t =>
                t.Sort is TokenSort.Break or TokenSort.Other
                || t.Is(Sense.And | Sense.About | Sense.Nearly | Sense.MoreThan | Sense.Filler)
                || t.IsAny(clause.Text, "equal", "equivalent", "to")
                // "sank 7.36% on Friday and 7.8% on Thursday"
                || t.Is(Sense.In | Sense.Weekday | Sense.Today | Sense.Yesterday | Sense.SameDay)
            )
            ? before.Sign
            : null;
    }
}
