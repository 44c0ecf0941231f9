using System.Text.Json;

namespace MarketPulse.Queries;

/// <summary>The values of an enum that has no names of its own, written as in <c>confirmedOnAnotherBase</c>.</summary>
internal static class CamelNames<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>In the order of declaration.</summary>
    public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<TEnum>().Select(Of)];

    public static string Of(TEnum value) =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value that a parameter names, case, spaces and hyphens aside; null where it is left out.</summary>
    /// <exception cref="QueryTextException">It names none.</exception>
    public static TEnum? Read(QueryValues values, QueryParameter parameter)
    {
        if (values.Text(parameter) is not { } text)
        {
            return null;
        }

        var plain = string.Concat(text.Where(c => c is not (' ' or '-' or '_')));
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (plain.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new QueryTextException(
            parameter.Name,
            $"'{QueryValues.Shown(text)}' is not known",
            All
        );
    }
}
