namespace MarketPulse.Correlation;

/// <summary>How a return is made of two closes; stock, benchmark and factors of one study are all of one kind.</summary>
public enum ReturnKind
{
    /// <summary>P₁/P₀ − 1; compounds as ∏(1+r).</summary>
    Simple,

    /// <summary>ln(P₁/P₀); compounds as exp(Σr).</summary>
    Log,
}
