using MarketPulse.Alerts;
using MimeKit;

namespace MarketPulse.Tests.Alerts;

/// <summary>A way out that remembers what it took, and fails as a test wants.</summary>
internal sealed class FakeSender : IEmailSender
{
    private readonly List<(MimeMessage Message, string Name)> _taken = [];

    public IReadOnlyList<(MimeMessage Message, string Name)> Taken => _taken;

    /// <summary>The Message-IDs of all that was tried.</summary>
    public HashSet<string> Ids { get; } = [];

    public int Attempts { get; private set; }

    public int FailuresToCome { get; set; }

    /// <summary>What it says when it fails.</summary>
    public EmailNotSentException Failure { get; set; } = new("The server is full.");

    /// <summary>Whether the process dies once a message is taken, before anybody can note it.</summary>
    public bool DiesAfterAcceptance { get; set; }

    public Task<string> SendAsync(MimeMessage message, string name, CancellationToken cancellation)
    {
        Attempts++;
        Ids.Add(message.MessageId!);
        if (FailuresToCome > 0)
        {
            FailuresToCome--;
            throw Failure;
        }

        _taken.Add((message, name));
        return DiesAfterAcceptance
            ? throw new DiedException()
            : Task.FromResult($"taken as {_taken.Count}");
    }
}

/// <summary>The end of a process, as far as a test can stage it.</summary>
internal sealed class DiedException : OperationCanceledException;
