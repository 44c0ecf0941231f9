using System.Collections;
using System.Collections.Immutable;
using MarketPulse.Queries;

namespace MarketPulse.Cli.Query;

/// <summary>The parameters of a question as they stand on the command line.</summary>
internal sealed class Filters : IEnumerable<KeyValuePair<string, string?>>
{
    private readonly ImmutableDictionary<string, string?> _values;

    private Filters(ImmutableDictionary<string, string?> values) => _values = values;

    public static Filters Of(IEnumerable<KeyValuePair<string, string?>> values) =>
        new(values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).ToImmutableDictionary());

    public bool Has(QueryParameter parameter) => _values.ContainsKey(parameter.Name);

    public string? this[QueryParameter parameter] => _values.GetValueOrDefault(parameter.Name);

    /// <summary>The same with one more, which takes the place of a former value.</summary>
    public Filters With(QueryParameter parameter, string value) =>
        new(_values.SetItem(parameter.Name, value));

    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
