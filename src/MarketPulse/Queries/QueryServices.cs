using MarketPulse.Queries.Http;
using MarketPulse.Queries.Questions;
using MarketPulse.Queries.Silences;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Queries;

/// <summary>The queries' part of the registration.</summary>
internal static class QueryServices
{
    /// <summary>What can be asked, in the order in which people are shown it, and its face for HTTP.</summary>
    public static void AddQueries(this IServiceCollection services)
    {
        services.AddSingleton<StoredKnowledge>();
        services.AddSingleton<EventReturns>();
        services.AddSingleton<QuestionList>();
        Add<CorrelationsQuestion>();
        Add<AnnouncementsQuestion>();
        Add<PricesQuestion>();
        Add<AlertsQuestion>();
        Add<ClaimsQuestion>();
        Add<StatementsQuestion>();
        Add<StudiesQuestion>();
        Add<PathQuestion>();
        Add<EventsQuestion>();
        Add<SilencesQuestion>();
        Add<HealthQuestion>();
        services.AddSingleton<SilenceBook>();
        services.AddSingleton<QueryApi>();
        services.AddSingleton<SilenceApi>();
        services.AddSingleton<ApiDocument>();
        services.AddSingleton<DashboardFiles>();

        void Add<TQuestion>()
            where TQuestion : Question
        {
            services.AddSingleton<TQuestion>();
            services.AddSingleton<Question>(s => s.GetRequiredService<TQuestion>());
        }
    }
}
