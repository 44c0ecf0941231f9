using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketPulse.Alerts.Templates;

/// <summary>Renders a Razor component to a static page. Everything that a component prints is escaped by Razor.</summary>
public static partial class HtmlPage
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <returns>The page, lines ended by a line feed, figures kept on one line with their per cent sign.</returns>
    public static async Task<string> RenderAsync<TComponent>(
        Dictionary<string, object?> parameters,
        CancellationToken ct
    )
        where TComponent : IComponent
    {
        ct.ThrowIfCancellationRequested();
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<TComponent>(
                    ParameterView.FromDictionary(parameters)
                )
            ).ToHtmlString()
        );
        return Date()
                .Replace(
                    Figures.Bound(html.ReplaceLineEndings("\n").Trim()),
                    "<span style=\"white-space:nowrap;\">$0</span>"
                ) + "\n";
    }

    // A narrow screen would break a date at its hyphens. Only in text: after an attribute's value comes a '>' first,
    // and Razor escapes every other one.
    [GeneratedRegex(@"(?<![-\w])\d{4}-\d\d-\d\d(?![-\w])(?=[^<>]*<(?!/title))")]
    private static partial Regex Date();
}
