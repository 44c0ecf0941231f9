using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketPulse.Alerts.Templates;

/// <summary>Renders a Razor component to a static page. Everything that a component prints is escaped by Razor.</summary>
public static class HtmlPage
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
        return html.ReplaceLineEndings("\n")
                .Replace(" %", "\u00a0%", StringComparison.Ordinal)
                .Trim() + "\n";
    }
}
