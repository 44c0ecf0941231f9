using System.Collections.Frozen;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ScottPlot;
using SkiaSharp;

namespace MarketPulse.Alerts;

/// <summary>
/// The Inter typeface, read out of the library itself: pictures show their text, the same on every machine, whatever
/// fonts are installed.
/// </summary>
/// <remarks>
/// Inter comes in the package Avalonia.Fonts.Inter, whose assembly is embedded whole. Its fonts lie in one manifest
/// resource: an int32 length of the index; the index (int32 version, int32 count, then for each file its path as a
/// length-prefixed UTF-8 string, int32 offset, int32 size); then the files, offsets counted from the index's end.
/// </remarks>
public sealed class ChartFont : IFontResolver
{
    /// <summary>The name to ask ScottPlot for: its own, so that an installed Inter of another version isn't taken.</summary>
    public const string Name = "MarketPulse Inter";

    private const string Assembly = "Avalonia.Fonts.Inter.dll";
    private const string Resource = "!AvaloniaResources";

    private static readonly Lazy<FrozenDictionary<string, byte[]>> Files = new(Read);

    private static readonly Lazy<bool> Registered = new(() =>
    {
        Fonts.FontResolvers.Insert(0, new ChartFont());
        return true;
    });

    private ChartFont() { }

    /// <summary>Makes <see cref="Name"/> known to ScottPlot; once a process, from any thread.</summary>
    public static void Register() => _ = Registered.Value;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(
        string fontName,
        FontWeight weight,
        FontSlant slant,
        FontSpacing spacing
    ) => fontName == Name ? Typeface(weight >= FontWeight.SemiBold) : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Name ? Typeface(bold) : null;

    private static SKTypeface Typeface(bool bold)
    {
        using var data = SKData.CreateCopy(
            Files.Value[bold ? "/Assets/Inter-SemiBold.ttf" : "/Assets/Inter-Regular.ttf"]
        );
        return SKTypeface.FromData(data);
    }

    private static FrozenDictionary<string, byte[]> Read()
    {
        using var stream =
            typeof(ChartFont).Assembly.GetManifestResourceStream(Assembly)
            ?? throw new InvalidOperationException($"{Assembly} isn't embedded in this build.");
        using var image = new PEReader(stream, PEStreamOptions.PrefetchEntireImage);
        var metadata = image.GetMetadataReader();
        var resource = metadata
            .ManifestResources.Select(metadata.GetManifestResource)
            .First(r => metadata.StringComparer.Equals(r.Name, Resource));
        var reader = image
            .GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress)
            .GetReader();
        reader.Offset = (int)resource.Offset;
        _ = reader.ReadInt32(); // the resource's own length
        var files = reader.ReadInt32() + reader.Offset;
        _ = reader.ReadInt32(); // version
        var found = new Dictionary<string, byte[]>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var path = reader.ReadSerializedString()!;
            var (offset, size) = (reader.ReadInt32(), reader.ReadInt32());
            var next = reader.Offset;
            if (path.EndsWith(".ttf", StringComparison.Ordinal))
            {
                reader.Offset = files + offset;
                found[path] = reader.ReadBytes(size);
                reader.Offset = next;
            }
        }

        return found.ToFrozenDictionary();
    }
}
