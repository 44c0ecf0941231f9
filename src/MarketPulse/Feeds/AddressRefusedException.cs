namespace MarketPulse.Feeds;

/// <summary>An address that is never asked, whoever names it; asking again changes nothing.</summary>
public sealed class AddressRefusedException(string message) : HttpRequestException(message);
