using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Feeds;

/// <summary>What an entry of EDGAR's Atom feeds says of its filing, while it is read.</summary>
internal sealed partial class EdgarDraft
{
    private string _form = "";
    private string _accession = "";
    private string _filed = "";
    private string _items = "";

    /// <summary>A field of the entry's structured content, by its element's name.</summary>
    public void Tell(string name, string value)
    {
        switch (name)
        {
            case "filing-type":
                _form = value.Trim();
                break;
            case "accession-number" or "accession-nunber": // EDGAR has written both.
                _accession = value.Trim();
                break;
            case "filing-date":
                _filed = value.Trim();
                break;
            case "items-desc":
                _items = value;
                break;
        }
    }

    /// <summary>The filing; what the content lacks is read from the entry's summary, which the list of latest filings has only.</summary>
    /// <param name="summary">Plain text, such as "Filed: 2025-02-26 AccNo: 0001045810-25-000021 Size: 4 MB Item 2.02: …".</param>
    /// <param name="accepted">The entry's update (UTC), which is EDGAR's acceptance.</param>
    public EdgarFiling Finish(string summary, DateTimeOffset? accepted)
    {
        var isUsual = Fits(Usual, summary);
        var filed =
            _filed.Length > 0 ? _filed
            : isUsual ? summary.AsSpan(FiledLabel.Length, FiledForm.Length)
            : After(FiledLabel, Filed(), summary);
        var accession =
            _accession.Length > 0 ? _accession
            : isUsual ? summary[(Usual.Length - AccessionForm.Length)..Usual.Length]
            : After(AccessionLabel, Accession(), summary).ToString();
        return new(
            _form,
            accession,
            Day(filed),
            accepted,
            _items.Length > 0 ? Numbers("", Number(), _items) : Numbers(ItemLabel, Item(), summary)
        );
    }

    private static DateOnly? Day(ReadOnlySpan<char> text)
    {
        if (text.Length != FiledForm.Length || !Fits(FiledForm, text))
        {
            return null;
        }

        var (year, month, day) = (Value(text[..4]), Value(text[5..7]), Value(text[8..]));
        return
            year > 0
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Value(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Whether a text begins in a form, where a zero stands for any digit.</summary>
    private static bool Fits(string form, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < form.Length; i++)
        {
            if (
                i == text.Length
                || (form[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != form[i])
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the pattern's first match says behind the label that it begins with; empty where it has none.</summary>
    private static ReadOnlySpan<char> After(string label, Regex pattern, ReadOnlySpan<char> text)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            return text.Slice(match.Index, match.Length)[label.Length..];
        }

        return default;
    }

    private static List<string> Numbers(string label, Regex pattern, string text)
    {
        if (!text.Contains(label, StringComparison.Ordinal))
        {
            return [];
        }

        List<string> numbers = [];
        foreach (var match in pattern.EnumerateMatches(text))
        {
            numbers.Add(text.AsSpan(match.Index, match.Length)[label.Length..].ToString());
        }

        return numbers.Count < 2 ? numbers : [.. numbers.Distinct(StringComparer.Ordinal)];
    }

    private const string FiledLabel = "Filed: ";
    private const string FiledForm = "0000-00-00";
    private const string AccessionLabel = "AccNo: ";
    private const string AccessionForm = "0000000000-00-000000";
    private const string ItemLabel = "Item ";

    /// <summary>How EDGAR's own summaries begin.</summary>
    private const string Usual = $"{FiledLabel}{FiledForm} {AccessionLabel}{AccessionForm}";

    [GeneratedRegex(@"[0-9]{1,2}(?:\.[0-9]{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        $@"\b{ItemLabel}[0-9]{{1,2}}(?:\.[0-9]{{2}})?\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Item();

    [GeneratedRegex(
        $@"\b{AccessionLabel}[0-9]{{10}}-[0-9]{{2}}-[0-9]{{6}}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Accession();

    [GeneratedRegex(
        $@"\b{FiledLabel}[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Filed();
}
