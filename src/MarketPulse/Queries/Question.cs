using MarketPulse.Watchlists;

namespace MarketPulse.Queries;

/// <summary>
/// Something that can be asked of what is stored: its name, its parameters, and how it is answered. HTTP, the command line
/// and the page are faces over the same questions.
/// </summary>
public abstract class Question(QuestionForm form)
{
    public QuestionForm Form => form;

    public string Name => form.Name;

    /// <summary>How its answers can be had; the first when nothing is said.</summary>
    public virtual IReadOnlyList<AnswerFormat> Formats => [AnswerFormat.Json, AnswerFormat.Csv];

    /// <summary>A row of the answer.</summary>
    public abstract Type Row { get; }

    /// <summary>Reads the parameters and answers (IO): one page, in the one text that all faces write.</summary>
    /// <exception cref="QueryTextException">A parameter can't be used.</exception>
    public abstract Task<AnswerText> AnswerAsync(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        AnswerFormat format,
        CancellationToken cancellation
    );
}

/// <summary>A question whose answers are rows of one type.</summary>
public abstract class Question<TRow>(QuestionForm form, Watchlist watchlist) : Question(form)
{
    public override Type Row => typeof(TRow);

    protected Watchlist Watchlist => watchlist;

    /// <summary>Reads the parameters and answers with one page of rows (IO).</summary>
    /// <exception cref="QueryTextException">A parameter can't be used.</exception>
    public Task<Page<TRow>> AskAsync(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        CancellationToken cancellation
    ) => AskAsync(new QueryValues(parameters, Form.Parameters, watchlist), cancellation);

    public override async Task<AnswerText> AnswerAsync(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        AnswerFormat format,
        CancellationToken cancellation
    ) => Write(await AskAsync(parameters, cancellation), format);

    /// <summary>The page in one of the question's formats.</summary>
    protected virtual AnswerText Write(Page<TRow> page, AnswerFormat format) =>
        AnswerText.Of(page, format);

    /// <summary>Answers with one page of rows (IO).</summary>
    protected abstract Task<Page<TRow>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    );

    /// <summary>What continuation tokens of these parameters belong to.</summary>
    private protected string Identity(QueryValues values) => $"{Name}?{values.Fingerprint}";

    /// <summary>Where the page asked for begins, or null for the first.</summary>
    private protected string? Position(QueryValues values) =>
        ContinuationToken.Read(values.Text(QueryParameters.After), Identity(values));

    private protected Page<TRow> PageOf(
        IReadOnlyList<TRow> rows,
        string? position,
        QueryValues values
    ) => new(rows, ContinuationToken.Of(position, Identity(values)));
}
