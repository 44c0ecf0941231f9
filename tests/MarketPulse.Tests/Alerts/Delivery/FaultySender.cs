using MarketPulse.Alerts;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace MarketPulse.Tests.Alerts.Delivery;

/// <summary>A way out that by a seeded draw refuses, hangs, or takes the mail just before its process dies.</summary>
internal sealed class FaultySender(Random random, FakeTimeProvider clock) : IEmailSender
{
    private readonly Lock _lock = new();

    /// <summary>The part of attempts that go wrong.</summary>
    public double Rate { get; set; }

    /// <summary>What its taker got: a mail each time, by name, Message-ID and text.</summary>
    public List<(string Name, string MessageId, string Text)> Taken { get; } = [];

    public async Task<string> SendAsync(
        MimeMessage message,
        string name,
        CancellationToken cancellation
    )
    {
        var (isWrong, fault) = Draw();
        if (isWrong && fault == 0)
        {
            throw new EmailNotSentException("The server is full.");
        }

        if (!isWrong || fault > 1)
        {
            lock (_lock)
            {
                Taken.Add((name, message.MessageId!, message.TextBody!));
            }
        }

        switch (isWrong ? fault : -1)
        {
            case 1: // Never answers.
            case 2: // Takes it and never answers.
                var never = Task.Delay(Timeout.Infinite, cancellation);
                clock.Advance(NotificationSender.Limit);
                await never;
                break;
            case 3:
                throw new DiedException();
        }

        return $"taken {message.MessageId}";
    }

    private (bool, int) Draw()
    {
        lock (_lock)
        {
            return (random.NextDouble() < Rate, random.Next(4));
        }
    }
}
