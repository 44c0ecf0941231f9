#!/usr/bin/env sh
# azd publishes the project itself; restoring first makes a missing package the first thing that is said.
set -eu
dotnet restore ./MarketPulse.Functions.csproj
