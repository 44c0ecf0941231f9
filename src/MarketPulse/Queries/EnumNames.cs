using System.Reflection;
using System.Text.Json.Serialization;

namespace MarketPulse.Queries;

/// <summary>An enum's values by the names that JSON gives them.</summary>
internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>In the order of declaration.</summary>
    public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<TEnum>().Select(Of)];

    /// <summary>A value by its name; case doesn't count, and hyphens or underscores may stand for spaces.</summary>
    public static TEnum? Find(string name)
    {
        var plain = name.Replace('-', ' ').Replace('_', ' ');
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Of(value), plain, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A value's name.</summary>
    public static string Of(TEnum value) =>
        typeof(TEnum)
            .GetField(value.ToString())!
            .GetCustomAttribute<JsonStringEnumMemberNameAttribute>()
            ?.Name
        ?? value.ToString();
}
