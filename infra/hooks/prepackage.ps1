# azd publishes the project itself; restoring first makes a missing package the first thing that is said.
dotnet restore ./MarketPulse.Functions.csproj
exit $LASTEXITCODE
