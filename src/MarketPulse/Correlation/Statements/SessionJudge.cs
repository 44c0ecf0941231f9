using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.FigureText;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds one statement against one session's bar.</summary>
internal sealed class SessionJudge(PriceSeries series)
{
    private readonly ShareBases _bases = new(series);

    public PriceSeries Series => series;

    /// <summary>The verdict if the statement is of that session.</summary>
    public Judgement Judge(PriceStatement statement, DateOnly session)
    {
        var index = series.IndexOf(session);
        return statement.Field switch
        {
            PriceField.PreMarket => Judgement.Unknown("Pre-market quotes aren't in daily bars."),
            PriceField.AfterHours => Judgement.Unknown("After-hours quotes aren't in daily bars."),
            _ when index < 0 => Judgement.Unknown(NoBar(session)),
            PriceField.YearToDate => new YearToDateJudge(series).Judge(statement, index),
            PriceField.Intraday => new MomentJudge(series, _bases).Judge(statement, index),
            _ when statement.Unit == "%" => new ChangeJudge(series, _bases).Change(
                statement,
                index
            ),
            PriceField.Change => new ChangeJudge(series, _bases).Step(statement, index),
            _ => new LevelJudge(series, _bases).Judge(statement, index),
        };
    }

    /// <summary>Whether a change, in per cent, is as far as a price told beside it was from the close before a session.</summary>
    public bool AreTogether(PriceStatement change, PriceStatement price, DateOnly session) =>
        series.IndexOf(session) is >= 0 and var index
        && new MomentJudge(series, _bases).AreTogether(change, price.Value, index);

    private string NoBar(DateOnly session) =>
        series.Count == 0 ? $"There are no prices of {series.Symbol}."
        : TradingCalendar.IsSession(session)
            ? $"There is no bar of {Day(session)}: prices of {series.Symbol} go from {Day(series[0].Session)} to {Day(series[series.Count - 1].Session)}."
        : $"{Day(session)} was no session.";
}
