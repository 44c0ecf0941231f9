using System.Globalization;
using CsvHelper;
using MarketPulse.Correlation;
using MarketPulse.Correlation.CrossSection;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Cli.EventStudy;

/// <summary>Writes a study as CSV, every digit kept (doubles read back as they were; NaN where nothing can be said).</summary>
internal static class StudyFiles
{
    public static void Write(string directory, StudyReport report)
    {
        Directory.CreateDirectory(directory);
        var study = report.Study;
        Write(directory, "ar.csv", "event_id,day,ar,se,sar,t,df,p,alpha,beta,sigma", Days(study));
        Write(directory, "car.csv", "event_id,from,to,car,se,t,df,p,bhar", Windows(study));
        Write(directory, "crosssection.csv", _sections, study.CrossSections.Select(Section));
        Write(
            directory,
            "notes.csv",
            "event_id,what,why",
            report.Notes.Select(n => (object[])[n.EventId, n.What, n.Why])
        );
        Write(
            directory,
            "verdicts.csv",
            "event_id,from,to,car,lo,hi,mde,p,bh_p,sq_p,verdict,reason",
            report.Verdicts.Select(Verdict)
        );
        Write(
            directory,
            "tests.csv",
            "kind,from,to,test,statistic,df,p,read",
            study.CrossSections.Concat(study.ByKind).SelectMany(Tests)
        );
        Write(
            directory,
            "aar.csv",
            "day,n,aar,sd,t,df,p,lo95,hi95",
            AverageAbnormalReturn.Of(study).Select(Average)
        );
        if (!study.ByKind.IsEmpty)
        {
            Write(
                directory,
                "crosssection_by_kind.csv",
                "kind," + _sections,
                study.ByKind.Select(s => (object[])[s.Group, .. Section(s)])
            );
        }

        if (!report.UnionDummies.IsEmpty)
        {
            Write(
                directory,
                "uniondummy.csv",
                "firm,from,to,events,event_sessions,sessions,per_session,se,lags,t,df,p",
                report.UnionDummies.Select(UnionDummy)
            );
        }

        if (report.Excluding is { } excluding)
        {
            Write(
                directory,
                "car_excluding_events.csv",
                "event_id,from,to,car,se,t,df,p,bhar",
                Windows(excluding)
            );
        }

        if (report.Volume is { } volume)
        {
            Write(
                directory,
                "volume.csv",
                "event_id,from,to,log_ratio,se,t,df,p",
                Windows(volume).Select(row => row[..^1])
            );
        }
    }

    private const string _sections =
        "from,to,n,caar,sd,t,df,p,lo95,hi95,patell,bmp,kp,corrado,gsign,grank,wilcoxon_w,wilcoxon_p,sign_p";

    private static void Write(
        string directory,
        string name,
        string header,
        IEnumerable<object[]> rows
    )
    {
        using var writer = new StreamWriter(Path.Combine(directory, name)) { NewLine = "\n" };
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        writer.Write(header + "\n");
        foreach (var row in rows)
        {
            foreach (var field in row)
            {
                csv.WriteField(field is double number ? Digits(number) : field);
            }

            csv.NextRecord();
        }
    }

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // A refused event has no degrees of freedom.
    private static object Degrees(int degrees) => degrees < 1 ? double.NaN : degrees;

    private static IEnumerable<object[]> Days(EventStudyResult study)
    {
        for (var i = 0; i < study.Events.Length; i++)
        {
            var (alpha, beta, sigma, _) = study.Figures.Model(i);
            for (var day = study.Options.Window.From; day <= study.Options.Window.To; day++)
            {
                var ar = study.Figures.Day(i, day - study.Options.Window.From);
                yield return
                [
                    study.Events[i].Event.Id,
                    day,
                    ar.Value,
                    ar.StandardError,
                    ar.T,
                    ar.T,
                    Degrees(ar.DegreesOfFreedom),
                    ar.P,
                    alpha,
                    beta,
                    sigma,
                ];
            }
        }
    }

    private static IEnumerable<object[]> Windows(EventStudyResult study)
    {
        for (var i = 0; i < study.Events.Length; i++)
        {
            for (var w = 0; w < study.Options.Windows.Length; w++)
            {
                var (window, car) = (study.Options.Windows[w], study.Figures.Window(i, w));
                yield return
                [
                    study.Events[i].Event.Id,
                    window.From,
                    window.To,
                    car.Value,
                    car.StandardError,
                    car.T,
                    Degrees(car.DegreesOfFreedom),
                    car.P,
                    study.Figures.BuyAndHoldAbnormalReturn(i, w),
                ];
            }
        }
    }

    private static object[] Section(CrossSectionResult s) =>
        [
            s.Window.From,
            s.Window.To,
            s.Average.Count,
            s.Average.Average,
            s.Average.StandardDeviation,
            s.Average.T.Value,
            Degrees(s.Average.Count - 1),
            s.Average.T.P,
            s.Average.Lower,
            s.Average.Upper,
            s.Patell.Value,
            s.BoehmerMusumeciPoulsen.Value,
            s.KolariPynnonen.Value,
            s.CorradoRank.Value,
            s.GeneralizedSign.Value,
            s.GeneralizedRank.Value,
            s.Wilcoxon.W,
            s.Wilcoxon.P,
            s.Sign.P,
        ];

    private static object[] Average(AverageAbnormalReturn a) =>
        [
            a.Day,
            a.Average.Count,
            a.Average.Average,
            a.Average.StandardDeviation,
            a.Average.T.Value,
            Degrees(a.Average.Count - 1),
            a.Average.T.P,
            a.Average.Lower,
            a.Average.Upper,
        ];

    private static IEnumerable<object[]> Tests(CrossSectionResult s)
    {
        object[] Row(string name, TestStatistic test, TestToRead? read = null) =>
            [
                s.Group,
                s.Window.From,
                s.Window.To,
                name,
                test.Value,
                test.DegreesOfFreedom is { } degrees ? degrees : double.PositiveInfinity,
                test.P,
                read == s.Reading.Test ? "read" : "",
            ];
        yield return Row("t", s.Average.T, TestToRead.CrossSectionalT);
        yield return Row("patell", s.Patell);
        yield return Row("bmp", s.BoehmerMusumeciPoulsen, TestToRead.StandardizedCrossSectional);
        yield return Row("kp", s.KolariPynnonen, TestToRead.KolariPynnonen);
        yield return Row("corrado", s.CorradoRank);
        yield return Row("gsign", s.GeneralizedSign);
        yield return Row("grank", s.GeneralizedRank);
        yield return Row("wilcoxon", new(s.Wilcoxon.W, null, s.Wilcoxon.P), TestToRead.Wilcoxon);
        yield return Row("sign", new(s.Sign.Positive, null, s.Sign.P));
    }

    private static object[] Verdict(StudyVerdict v) =>
        [
            v.Event.Id,
            v.Window.From,
            v.Window.To,
            v.Result.Value,
            v.Interval.Lower,
            v.Interval.Upper,
            v.MinimumDetectable,
            v.Result.P,
            v.AdjustedP,
            v.SampleQuantileP,
            StudyReport.Words(v.Verdict),
            v.Reason,
        ];

    private static object[] UnionDummy(FirmUnionDummy d) =>
        [
            d.Firm,
            d.Window.From,
            d.Window.To,
            d.Events,
            d.Estimate.EventSessions,
            d.Estimate.Sessions,
            d.Estimate.PerSession,
            d.Estimate.StandardError,
            d.Estimate.Lags,
            d.Estimate.Test.Value,
            Degrees(d.Estimate.Test.DegreesOfFreedom ?? 0),
            d.Estimate.Test.P,
        ];
}
