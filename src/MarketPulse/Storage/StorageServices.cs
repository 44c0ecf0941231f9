using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketPulse.Storage;

/// <summary>The tables' part of the registration.</summary>
internal static class StorageServices
{
    public static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .PostConfigure(options => options.FallBackTo(configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptions.Check>();
        services.AddSingleton<TransactionCounter>();
        services.AddSingleton<TableStorage>();
        services.AddSingleton<SourceTable>();
        services.AddSingleton<TableExport>();
        services.AddSingleton<TableImport>();
    }
}
